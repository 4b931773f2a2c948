/** Mail to people who asked for something about data about them: that it was received, and that it was answered. */
package cn.zhengxun.suggestion.request;
