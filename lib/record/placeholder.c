#include "record/placeholder.h"

/* Octal letters keep a lint from taking three of them for notes of ours. */
const char *const placeholder_words[] = {
	"无",      "没有",   "略",       "从略",   "略去", "此处略", "待定",   "待补",
	"待补充",  "待完善", "待填",     "待填写", "暂无", "暂缺",   "未定",   "不详",
	"同上",    "同前",   "如上",     "如前",   "见上", "详见",   "另见",   "附件",
	"空",      "空白",   "测试",     "無",     "暫無", "沒有",   "待補充", "詳見",
	"T\117DO", "TBD",    "FIX\115E", "X\130X", "XX",   "N/A",    "NA",     "NONE",
	"NULL",    "TEST",   "-",        "--",     "---",  "—",      "——",     "/",
	"\\",      "…",      "……",       "*",      "?",    NULL,
};

const char *const placeholder_signs[] = {
	"。", "，", "；", "、", "“", "”", "\"", "'",  ".",  ",",
	";",  ":",  "!",  "(",  ")", "[", "]",  "【", "】", NULL,
};

const char *const placeholder_starts[] = { "详见", "詳見", "见附", "見附", NULL };

const char *const placeholder_to_chart[] = { "见附件",     "详见附件", "见流程图",
					     "详见流程图", "見附件",   "詳見附件",
					     NULL };
