package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;

/** Hands out all informants as a file. */
record ExportInformants() implements Command {}
