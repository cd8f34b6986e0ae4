/*
 * 附件: a file that belongs to a document, kept as attachments/<id>/<name>.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_ATTACHMENT_H
#define GK_RECORD_ATTACHMENT_H

#include "record/choices.h"

/* 附件用途 */
#define ATTACHMENT_ROLES(ROW)                                                       \
	ROW(ATTACHMENT_ANNEX, "annex", "公文附件", "annex", "附件")                 \
	ROW(ATTACHMENT_SEALED, "sealed", "盖章扫描件", "scan with seal", "扫描件")  \
	ROW(ATTACHMENT_ORIGINAL, "original", "原文件（Word/WPS）", "original file", \
	    "原文件")                                                               \
	ROW(ATTACHMENT_OFD, "ofd", "版式文件", "fixed-layout file", NULL)           \
	ROW(ATTACHMENT_PICTURE, "picture", "图片", "picture", NULL)                 \
	ROW(ATTACHMENT_CHART, "chart", "图解", "chart", NULL)                       \
	ROW(ATTACHMENT_TABLE, "table", "数据表", "data table", NULL)                \
	ROW(ATTACHMENT_FORM, "form", "表格下载", "form", NULL)                      \
	ROW(ATTACHMENT_APPROVAL, "approval", "审批单", "approval slip", NULL)       \
	ROW(ATTACHMENT_PROOF, "proof", "佐证材料", "proof", NULL)                   \
	ROW(ATTACHMENT_CONSENT, "consent", "第三方意见", "third party's opinion", NULL)

enum attachment_role { ATTACHMENT_UNSET, ATTACHMENT_ROLES(CHOICE_ID) };
extern const struct choices attachment_roles;

#define OPENNESS(ROW)                                        \
	ROW(OPEN_PUBLIC, "public", "对外", "public", "公开") \
	ROW(OPEN_INTERNAL, "internal", "内部", "internal", "不公开")

enum openness { OPEN_UNSET, OPENNESS(CHOICE_ID) };

struct checked {
	const char *by;
	struct date date;
	int method; /* choices: opened, ocr */
};

struct attachment {
	const char *file; /* stored name in attachments/<id>/ */
	const char *title;
	int role;       /* enum attachment_role */
	int visibility; /* enum openness; 0: by role, see attachment_is_public */
	struct number pages;
	const char *sha256;
	struct checked checked;
};

extern const struct fields attachment_table;

/**
 * Whether an attachment may leave the office: as it says, else by its role; one
 * without a role and an approval slip never.
 */
bool attachment_is_public(const struct attachment *attachment);

#endif
