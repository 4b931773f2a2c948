package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.UnreadableDraft;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Ends every reading after {@link #MOST}. A reading runs in a worker thread, because a library that loops cannot be
 * ended from inside. When its time is over the worker is interrupted and given up: the reader's own loops ask
 * {@link #check} and end at once; a library that never asks keeps its thread, and as at most {@link #WORKERS} read at
 * the same time, it can take neither all processors nor all memory. What waits longer than that for a worker is told
 * to come back.
 */
final class TimeLimit {
    static final Duration MOST = Duration.ofSeconds(10);

    private static final int WORKERS = 4;
    private static final Semaphore FREE = new Semaphore(WORKERS, true);
    private static final ThreadPoolExecutor THREADS =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "draft-reading");
                thread.setDaemon(true);
                return thread;
            });

    private TimeLimit() {}

    /** @throws UnreadableDraft where it takes longer, needs more memory than there is, or none is free to read it */
    static <T> T within(Duration most, Supplier<T> reading) {
        try {
            if (!FREE.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UnreadableDraft("同时读取的文件太多，还没有轮到这一份。请稍后再导入。");
            }
            Future<T> result = THREADS.submit(() -> {
                try {
                    return reading.get();
                } finally {
                    FREE.release();
                }
            });
            return await(result, most);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UnreadableDraft("系统正在停止，这份文件没有读完。请稍后再导入。", stopping);
        }
    }

    private static <T> T await(Future<T> result, Duration most) throws InterruptedException {
        try {
            return result.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            result.cancel(true);
            throw tooLong();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof OutOfMemoryError || cause instanceof StackOverflowError) {
                throw new UnreadableDraft("这份文件的内部结构过于庞大，没有读取。请只保留草案文字，另存为 Word 文档（.docx）或纯文本（.txt）再导入。", cause);
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) cause;
        }
    }

    /** To be asked in every loop over what was received. */
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw tooLong();
        }
    }

    private static UnreadableDraft tooLong() {
        return new UnreadableDraft(
                "这份文件读了" + MOST.toSeconds() + "秒还没有读完，已经停止。请只保留草案文字，另存为 Word 文档（.docx）或纯文本（.txt）再导入。");
    }
}
