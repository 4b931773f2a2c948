package cn.zhengxun.suggestion.notmine;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;

/** Whoever got a receipt by mail gave no opinion. @param token of the link in that mail */
record DisownMailCopy(@NotBlank(message = "请从收到的链接重新打开。") String token) implements Command {
    public DisownMailCopy {
        Commands.validate(DisownMailCopy.class, token);
    }

    /** Kept out of logs. */
    @Override
    public String toString() {
        return "DisownMailCopy[…]";
    }
}
