#include "record/catalogue.h"

#include "record/document.h"

static const struct choice office_level_rows[] = { OFFICE_LEVELS(CHOICE_ROW) };
const struct choices office_levels = CHOICES(office_level_rows);

static const struct choice language_rows[] = { CATALOGUE_LANGUAGES(CHOICE_ROW) };
const struct choices catalogue_languages = CHOICES(language_rows);

static const struct choice site_mode_rows[] = { SITE_MODES(CHOICE_ROW) };
const struct choices site_modes = CHOICES(site_mode_rows);

static const struct choice person_role_rows[] = { PERSON_ROLES(CHOICE_ROW) };
const struct choices person_roles = CHOICES(person_role_rows);

static const struct choice rule_level_rows[] = { RULE_LEVELS(CHOICE_ROW) };
const struct choices rule_levels = CHOICES(rule_level_rows);

static const struct choice threshold_rows[] = { THRESHOLDS(CHOICE_ROW) };
const struct choices threshold_columns = CHOICES(threshold_rows);

static const struct choice span_rows[] = { SPANS(CHOICE_ROW) };
const struct choices span_units = CHOICES(span_rows);

static bool has_own_site(const void *record)
{
	return ((const struct catalogue_config *)record)->site.mode == SITE_OWN;
}

static bool is_on_portal(const void *record)
{
	return ((const struct catalogue_config *)record)->site.mode == SITE_PORTAL;
}

static const struct field prefix_fields[] = {
	FIELD(struct letter_prefix, prefix, STRING, "prefix", "代字", "prefix",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .hint_zh = "如 东政发。",
	      .hint_en = "As 东政发."),
	FIELD(struct letter_prefix, kind, STRING, "kind", "用于", "used for",
	      .vis = VIS_PUBLIC),
	FIELD(struct letter_prefix, last, INT, "last", "上次编号", "number given last"),
};
static const struct fields prefix_table = FIELDS(prefix_fields, struct letter_prefix);

static const struct field region_fields[] = {
	FIELD(struct region, code, STRING, "code", "区划代码", "code",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .max = 12,
	      .hint_zh = "6位或9位数字，加引号。",
	      .hint_en = "Six or nine digits, in quotes."),
	FIELD(struct region, name, STRING, "name", "区划名称", "name",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
};
static const struct fields region_table = FIELDS(region_fields, struct region);

static const struct field site_fields[] = {
	FIELD(struct site, mode, CHOICE, "mode", "平台方式", "mode",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .choices = &site_modes,
	      .law = "国办发〔2017〕47号",
	      .hint_zh = "乡镇、街道原则上不开设政府网站，使用上级门户网站的栏目。",
	      .hint_en = "Townships have no site of their own: they use a column of the "
			 "portal above."),
	FIELD(struct site, portal_name, STRING, "portal-name", "门户网站名称", "portal",
	      .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC, .applies = is_on_portal,
	      .when_zh = "使用上级门户网站", .when_en = "on the portal above"),
	FIELD(struct site, column_url, URL, "column-url", "栏目网址",
	      "address of the column", .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC,
	      .applies = is_on_portal, .when_zh = "使用上级门户网站",
	      .when_en = "on the portal above"),
	FIELD(struct site, site_name, STRING, "site-name", "网站名称", "site name",
	      .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC, .applies = has_own_site,
	      .when_zh = "自建网站", .when_en = "own site"),
	FIELD(struct site, domain, STRING, "domain", "域名", "domain",
	      .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC, .applies = has_own_site,
	      .when_zh = "自建网站", .when_en = "own site"),
	FIELD(struct site, id_code, STRING, "id-code", "网站标识码", "site code",
	      .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC, .applies = has_own_site,
	      .when_zh = "自建网站", .when_en = "own site"),
	FIELD(struct site, sponsor, STRING, "sponsor", "网站主办单位", "sponsor",
	      .vis = VIS_PUBLIC),
	FIELD(struct site, filed, STRING, "filed", "网站备案", "filing",
	      .vis = VIS_PUBLIC),
};
static const struct fields site_table = FIELDS(site_fields, struct site);

static const struct field contact_fields[] = {
	FIELD(struct office_contact, body, STRING, "body", "工作机构", "disclosure body",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct office_contact, address, STRING, "address", "办公地址", "address",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_CONTACT),
	FIELD(struct office_contact, hours, STRING, "hours", "办公时间", "hours",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct office_contact, phone, STRING, "phone", "联系电话", "telephone",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_CONTACT),
	FIELD(struct office_contact, fax, STRING, "fax", "传真", "fax", .vis = VIS_PUBLIC,
	      .flags = FIELD_CONTACT),
	FIELD(struct office_contact, mail, STRING, "mail", "电子邮箱", "mail",
	      .vis = VIS_PUBLIC, .flags = FIELD_CONTACT),
	FIELD(struct office_contact, postcode, STRING, "postcode", "邮政编码", "postcode",
	      .vis = VIS_PUBLIC),
	FIELD(struct office_contact, web, URL, "web", "互联网联系方式", "web",
	      .vis = VIS_PUBLIC),
};
static const struct fields contact_table = FIELDS(contact_fields, struct office_contact);

static const struct field leading_group_fields[] = {
	FIELD(struct leading_group, head, STRING, "head", "组长", "head",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct leading_group, deputy, STRINGS, "deputy", "副组长", "deputies",
	      .vis = VIS_PUBLIC, .flags = FIELD_ONE_AS_LIST),
	FIELD(struct leading_group, members, STRINGS, "members", "成员单位", "members",
	      .vis = VIS_PUBLIC, .flags = FIELD_ONE_AS_LIST),
	FIELD(struct leading_group, office, STRING, "office", "办公室", "office",
	      .vis = VIS_PUBLIC),
	FIELD(struct leading_group, document, STRING, "document", "成立文件",
	      "founded by", .vis = VIS_PUBLIC),
	FIELD(struct leading_group, since, DATE, "since", "成立日期", "since",
	      .vis = VIS_PUBLIC, .flags = FIELD_PAST),
};
static const struct fields leading_group_table =
	FIELDS(leading_group_fields, struct leading_group);

static const struct field person_fields[] = {
	FIELD(struct person, name, STRING, "name", "姓名", "name", .need = NEED_REQUIRED),
	FIELD(struct person, role, CHOICES, "role", "岗位", "role", .need = NEED_REQUIRED,
	      .flags = FIELD_ONE_AS_LIST, .choices = &person_roles),
	FIELD(struct person, post, STRING, "post", "职务", "post"),
	FIELD(struct person, full_time, CHOICE, "full-time", "是否专职", "full-time",
	      .choices = &yes_no),
	FIELD(struct person, from, DATE, "from", "到岗日期", "from"),
	FIELD(struct person, to, DATE, "to", "离岗日期", "to"),
};
static const struct fields person_table = FIELDS(person_fields, struct person);

static const struct field by_applicant_rows[] = {
	FIELD(struct by_applicant, person, INT, "person", "自然人", "natural persons",
	      .vis = VIS_PUBLIC),
	FIELD(struct by_applicant, company, INT, "company", "商业企业", "companies",
	      .vis = VIS_PUBLIC),
	FIELD(struct by_applicant, research, INT, "research", "科研机构",
	      "research bodies", .vis = VIS_PUBLIC),
	FIELD(struct by_applicant, welfare, INT, "welfare", "社会公益组织",
	      "welfare bodies", .vis = VIS_PUBLIC),
	FIELD(struct by_applicant, legal, INT, "legal", "法律服务机构",
	      "legal service bodies", .vis = VIS_PUBLIC),
	FIELD(struct by_applicant, other_org, INT, "other-org", "其他组织",
	      "other bodies", .vis = VIS_PUBLIC),
};
const struct fields by_applicant_fields = FIELDS(by_applicant_rows, struct by_applicant);

static const struct field opening_remedies_fields[] = {
	FIELD(struct opening_remedies, reconsideration, INT, "reconsideration",
	      "行政复议", "reconsiderations"),
	FIELD(struct opening_remedies, suit_direct, INT, "suit-direct",
	      "未经复议直接起诉", "direct suits"),
	FIELD(struct opening_remedies, suit_after, INT, "suit-after", "复议后起诉",
	      "suits after reconsideration"),
};
static const struct fields opening_remedies_table =
	FIELDS(opening_remedies_fields, struct opening_remedies);

static const struct field opening_fields[] = {
	FIELD(struct opening, year, INT, "year", "期初年度", "year",
	      .need = NEED_REQUIRED, .hint_zh = "以该年年底的数字为期初数。",
	      .hint_en = "The figures are those at the end of this year."),
	FIELD(struct opening, normative, INT, "normative", "现行有效规范性文件",
	      "normative documents in force", .need = NEED_REQUIRED),
	FIELD_SUB(struct opening, carry_over, &by_applicant_fields, "carry-over",
		  "结转申请", "requests carried over"),
	FIELD_SUB(struct opening, remedies, &opening_remedies_table, "remedies",
		  "尚未审结", "remedies pending"),
};
static const struct fields opening_table = FIELDS(opening_fields, struct opening);

static const struct field review_period_fields[] = {
	FIELD(struct review_period, ground, CHOICE, "ground", "法定事由", "ground",
	      .need = NEED_REQUIRED, .choices = &disclosure_grounds),
	FIELD(struct review_period, months, INT, "months", "评估间隔（月）", "months",
	      .need = NEED_REQUIRED),
};
static const struct fields review_period_table =
	FIELDS(review_period_fields, struct review_period);

static const struct field clearance_fields[] = {
	FIELD(struct clearance_rule, type, CHOICES, "type", "适用体裁", "genres",
	      .flags = FIELD_ONE_AS_LIST, .choices = &document_types,
	      .hint_zh = "不填时适用于其余全部体裁。",
	      .hint_en = "All others where absent."),
	FIELD(struct clearance_rule, normative, CHOICE, "normative", "规范性文件加审",
	      "for normative documents", .choices = &yes_no,
	      .hint_zh = "填“是”的环节只加给规范性文件。",
	      .hint_en = "If yes, these steps are added for normative documents."),
	FIELD(struct clearance_rule, steps, CHOICES, "steps", "审查环节", "steps",
	      .need = NEED_REQUIRED, .flags = FIELD_ONE_AS_LIST, .choices = &clear_steps),
	FIELD(struct clearance_rule, same_person, STRINGS, "same-person", "可由一人办理",
	      "one person may do both", .flags = FIELD_ONE_AS_LIST,
	      .hint_zh = "如 final+secrecy；默认终审兼保密审查。",
	      .hint_en = "As final+secrecy, which is the default."),
};
static const struct fields clearance_table =
	FIELDS(clearance_fields, struct clearance_rule);

static const struct field stage_limit_fields[] = {
	FIELD(struct stage_limit, step, CHOICE, "step", "审查环节", "step",
	      .need = NEED_REQUIRED, .choices = &clear_steps),
	FIELD(struct stage_limit, days, INT, "days", "工作日", "working days",
	      .need = NEED_REQUIRED),
};
static const struct fields stage_limit_table =
	FIELDS(stage_limit_fields, struct stage_limit);

static const struct field threshold_fields[] = {
	FIELD(struct threshold, column, CHOICE, "column", "栏目类型", "columns",
	      .need = NEED_REQUIRED, .choices = &threshold_columns),
	FIELD(struct threshold, count, INT, "count", "数量", "number",
	      .need = NEED_REQUIRED),
	FIELD(struct threshold, unit, CHOICE, "unit", "时间单位", "unit of time",
	      .need = NEED_REQUIRED, .choices = &span_units),
};
static const struct fields threshold_table = FIELDS(threshold_fields, struct threshold);

static const struct field remedy_body_fields[] = {
	FIELD(struct remedy_body, name, STRING, "name", "机关名称", "name",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct remedy_body, address, STRING, "address", "机关地址", "address",
	      .vis = VIS_PUBLIC, .flags = FIELD_CONTACT),
};
static const struct fields remedy_body_table =
	FIELDS(remedy_body_fields, struct remedy_body);

static const struct field remedies_fields[] = {
	FIELD_SUB(struct office_remedies, reconsideration, &remedy_body_table,
		  "reconsideration", "复议机关", "reconsideration body",
		  .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_SHORTHAND,
		  .law = "行政复议法22—24"),
	FIELD_SUB(struct office_remedies, court, &remedy_body_table, "court",
		  "有管辖权法院", "court", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
		  .flags = FIELD_SHORTHAND),
	FIELD(struct office_remedies, online, URL, "online", "网上复议入口",
	      "online entrance", .vis = VIS_PUBLIC, .law = "行政复议法22"),
};
static const struct fields remedies_table =
	FIELDS(remedies_fields, struct office_remedies);

static const struct field series_fields[] = {
	FIELD(struct number_series, letter, STRING, "letter", "文书", "letter",
	      .need = NEED_REQUIRED),
	FIELD(struct number_series, series, STRING, "series", "编号格式", "series",
	      .need = NEED_REQUIRED),
	FIELD(struct number_series, last, INT, "last", "上次编号", "number given last"),
};
static const struct fields series_table = FIELDS(series_fields, struct number_series);

static const struct field edition_fields[] = {
	FIELD(struct edition, id, STRING, "id", "版本编号", "id", .need = NEED_REQUIRED,
	      .vis = VIS_PUBLIC),
	FIELD(struct edition, date, DATE, "date", "发布日期", "date",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_PAST),
	FIELD(struct edition, document, STRING, "document", "发布文件", "document",
	      .vis = VIS_PUBLIC),
	FIELD(struct edition, approved_by, STRING, "approved-by", "审定机关",
	      "approved by", .vis = VIS_PUBLIC),
	FIELD(struct edition, url, URL, "url", "网址", "address", .vis = VIS_PUBLIC),
};
static const struct fields edition_table = FIELDS(edition_fields, struct edition);

static const struct field severity_fields[] = {
	FIELD(struct severity_of, rule, STRING, "rule", "规则", "rule",
	      .need = NEED_REQUIRED),
	FIELD(struct severity_of, level, CHOICE, "level", "级别", "level",
	      .need = NEED_REQUIRED, .choices = &rule_levels),
};
static const struct fields severity_table = FIELDS(severity_fields, struct severity_of);

static const struct field catalogue_fields[] = {
	FIELD(struct catalogue_config, format, INT, "format", "格式版本", "format",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .hint_zh = "数据格式的版本，现为1。",
	      .hint_en = "Version of the data format: 1."),
	FIELD(struct catalogue_config, name, STRING, "name", "单位全称", "full name",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .max = 100,
	      .flags = FIELD_TITLE | FIELD_NAME | FIELD_INDEXED | FIELD_SEARCHED |
		       FIELD_ASKED),
	FIELD(struct catalogue_config, short_, STRING, "short", "单位简称", "short name",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_NAME | FIELD_ASKED),
	FIELD(struct catalogue_config, code, STRING, "code", "索引号机构代码",
	      "code in index numbers", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_ASKED, .hint_zh = "如 '640502017'，加引号。",
	      .hint_en = "As '640502017', in quotes."),
	FIELD(struct catalogue_config, credit_code, STRING, "credit-code",
	      "统一社会信用代码", "credit code", .vis = VIS_PUBLIC, .max = 18),
	FIELD(struct catalogue_config, prefix, LIST, "prefix", "发文机关代字",
	      "letter prefixes", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .sub = &prefix_table, .flags = FIELD_SHORTHAND),
	FIELD(struct catalogue_config, level, CHOICE, "level", "层级", "level",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_ASKED,
	      .choices = &office_levels, .hint_zh = "决定承担哪些公开职责。",
	      .hint_en = "Decides which duties the office has."),
	FIELD_SUB(struct catalogue_config, region, &region_table, "region", "行政区划",
		  "region", .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct catalogue_config, language, CHOICE, "language", "语言", "language",
	      .need = NEED_REQUIRED, .choices = &catalogue_languages),
	FIELD_SUB(struct catalogue_config, site, &site_table, "site", "公开平台",
		  "where it is published", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
		  .law = "国办发〔2017〕47号"),
	FIELD_SUB(struct catalogue_config, contact, &contact_table, "contact",
		  "工作机构联系信息", "contact", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
		  .law = "条例12"),
	FIELD_SUB(struct catalogue_config, leading_group, &leading_group_table,
		  "leading-group", "领导小组", "leading group", .vis = VIS_PUBLIC,
		  .law = "常家镇2021年方案 三(一)；下达河乡2018年年报 一(一)(四)"),
	FIELD(struct catalogue_config, people, LIST, "people", "工作人员", "people",
	      .need = NEED_REQUIRED, .sub = &person_table,
	      .law = "东政发〔2018〕112号 七(一)", .hint_zh = "审查人从中选择。",
	      .hint_en = "Those who clear are chosen from it."),
	FIELD(struct catalogue_config, since, DATE, "since", "启用日期", "in use since",
	      .need = NEED_REQUIRED, .hint_zh = "之前形成的信息不按时限报错。",
	      .hint_en = "Time limits are only notes for what was formed before."),
	FIELD_SUB(struct catalogue_config, opening, &opening_table, "opening", "期初数",
		  "opening figures", .need = NEED_REQUIRED,
		  .hint_zh = "第一份年报的上年数。",
		  .hint_en = "Last year's figures for the first report."),
	FIELD(struct catalogue_config, review_period, LIST, "review-period", "评估周期",
	      "review period", .sub = &review_period_table, .law = "条例18",
	      .hint_zh = "未列出的事由每12个月评估一次。",
	      .hint_en = "Every twelve months for a ground that is not listed."),
	FIELD(struct catalogue_config, clearance_steps, LIST, "clearance-steps",
	      "审查环节设置", "clearance steps", .sub = &clearance_table,
	      .law = "条例17；保密法35",
	      .hint_zh = "不填时：工作动态初审、终审；其他初审、复审、终审和保密审查；规"
			 "范性文件另加合法性审核。",
	      .hint_en = "Where absent: news first and final; others first, second, "
			 "final and secrecy; normative documents legal besides."),
	FIELD(struct catalogue_config, stage_limits, LIST, "stage-limits", "各环节时限",
	      "limits a stage", .sub = &stage_limit_table, .law = "常家镇2021年方案"),
	FIELD(struct catalogue_config, thresholds, LIST, "thresholds", "栏目更新阈值",
	      "update thresholds", .sub = &threshold_table, .law = "国办秘函〔2019〕19号",
	      .hint_zh = "不填时：动态要闻2周、通知公告6个月、其他1年、新媒体2周、政策解"
			 "读3个工作日。",
	      .hint_en = "Where absent: news 2 weeks, notices 6 months, others 1 year, "
			 "new media 2 weeks, interpretations 3 working days."),
	FIELD_SUB(struct catalogue_config, remedies, &remedies_table, "remedies",
		  "救济信息", "remedies", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
		  .law = "行政复议法20、22—24"),
	FIELD(struct catalogue_config, series, LIST, "series", "文书编号",
	      "number series", .sub = &series_table),
	FIELD(struct catalogue_config, words, STRINGS, "words", "错敏词表", "word lists",
	      .flags = FIELD_ONE_AS_LIST),
	FIELD(struct catalogue_config, allow, STRINGS, "allow", "公务联系方式白名单",
	      "office numbers", .flags = FIELD_ONE_AS_LIST,
	      .hint_zh = "公务电话和地址，不当作个人信息。",
	      .hint_en = "Telephones and addresses of the office, not taken for personal "
			 "data."),
	FIELD(struct catalogue_config, editions, LIST, "editions", "目录版本", "editions",
	      .vis = VIS_PUBLIC, .sub = &edition_table, .law = "常家镇2021年方案 二(一)"),
	FIELD(struct catalogue_config, severities, LIST, "severities", "校验级别",
	      "severities", .sub = &severity_table),
	FIELD(struct catalogue_config, public_x, STRINGS, "public-x", "对外的自定义项",
	      "public keys of one's own", .flags = FIELD_ONE_AS_LIST),
	FIELD(struct catalogue_config, private_, STRING, "private", "依申请公开存放处",
	      "where requests live", .need = NEED_REQUIRED,
	      .hint_zh = "另一个仓库的路径；放在本仓库内的历史无法抹去。",
	      .hint_en = "Path of a repository of their own: history cannot be erased."),
};

const struct kind catalogue_kind = {
	.name = "catalogue",
	.zh = "目录",
	.en = "catalogue",
	.dir = "catalogue.yaml",
	.id_form = ID_SINGLE,
	.store = STORE_PUBLIC,
	.fields = FIELDS(catalogue_fields, struct catalogue_config),
};

/* 国办秘函〔2019〕19号: news two weeks, notices six months, other columns a year, new media two weeks. */
static const struct threshold default_thresholds[] = {
	[THRESHOLD_DYNAMIC] = { THRESHOLD_DYNAMIC, SPAN_WEEKS, { true, 2 } },
	[THRESHOLD_NOTICE] = { THRESHOLD_NOTICE, SPAN_MONTHS, { true, 6 } },
	[THRESHOLD_OTHER] = { THRESHOLD_OTHER, SPAN_YEARS, { true, 1 } },
	[THRESHOLD_MEDIA] = { THRESHOLD_MEDIA, SPAN_WEEKS, { true, 2 } },
	/* 解读与文件同步公布; local rules give three working days at most. */
	[THRESHOLD_INTERPRETATION] = { THRESHOLD_INTERPRETATION,
				       SPAN_WORKING_DAYS,
				       { true, 3 } },
};

struct threshold threshold_for(const struct catalogue_config *config,
			       enum threshold_of column)
{
	for (size_t i = 0; i < config->thresholds.count; i++) {
		const struct threshold *said =
			list_at(&config->thresholds, struct threshold, i);

		if (said->column == (int)column && said->count.set &&
		    said->unit != SPAN_UNSET)
			return *said;
	}
	return default_thresholds[column];
}
