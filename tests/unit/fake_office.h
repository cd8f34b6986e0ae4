/*
 * The records that tests of the site begin with: an office, its units, columns,
 * channels, items and documents.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_FAKE_OFFICE_H
#define GK_TESTS_FAKE_OFFICE_H

#include "unit/fake_site.h"

static const struct {
	const char *path;
	const char *yaml;
} office_records[] = {
	{ "catalogue.yaml",
	  "format: 1\n"
	  "name: 中卫市沙坡头区东园镇人民政府\n"
	  "short: 东园镇\n"
	  "code: \"640502017\"\n"
	  "level: township\n"
	  "region: {code: \"640502\", name: 宁夏回族自治区中卫市沙坡头区}\n"
	  "site: {mode: portal, portal-name: 沙坡头区人民政府网,"
	  " column-url: \"https://www.example.cn/dyz/\", id-code: \"6405020017\"}\n"
	  "contact: {body: 东园镇党政办公室, address: 东园镇政府路1号,"
	  " hours: 工作日8:30—12:00, phone: 0955-0000000}\n"
	  "people:\n"
	  "- {name: 内部人员张某, role: [leader], post: 副镇长}\n"
	  "since: 2018-01-01\n"
	  "remedies: {reconsideration: 中卫市沙坡头区人民政府,"
	  " court: 中卫市沙坡头区人民法院}\n"
	  "private: ../mini-private\n" },
	{ "units/dz.yaml", "id: dz\n"
			   "name: 党政办公室\n"
			   "kind: inner\n"
			   "subject: no\n"
			   "head: 内部负责人张某\n"
			   "clerk: 内部信息员李某\n"
			   "phone: 0955-0000002\n"
			   "defaults:\n"
			   "  duty: 党政办公室负责拟制、送审、发布和更新。\n"
			   "  discipline: 遵守保密规定，不公开个人信息。\n"
			   "  supervision: 0955-0000001\n" },
	{ "units/zf.yaml", "id: zf\n"
			   "name: 东园镇人民政府\n"
			   "kind: office\n"
			   "subject: {value: yes, law: 条例第十条}\n" },
	{ "categories/plans.yaml",
	  "id: plans\n"
	  "name: 规划计划\n"
	  "scheme: art20\n"
	  "article: 20(三)\n"
	  "column: {name: 规划计划栏目, url: \"https://www.example.cn/dyz/gh/\","
	  " type: policy}\n"
	  "keeper: dz\n"
	  "required: yes\n" },
	{ "categories/work.yaml", "id: work\n"
				  "name: 年度工作\n"
				  "parent: plans\n"
				  "scheme: art20\n" },
	{ "channels/village-board.yaml", "id: village-board\n"
					 "name: 村务公开栏\n"
					 "kind: board\n"
					 "form: village-board\n"
					 "place: 各村村部\n"
					 "owner: 内部主办单位\n" },
	{ "channels/website.yaml", "id: website\n"
				   "name: 门户网站专栏\n"
				   "kind: website\n"
				   "form: portal-column\n"
				   "url: \"https://www.example.cn/dyz/\"\n" },
	{ "items/dz/dz-0001.yaml",
	  "id: dz-0001\n"
	  "group: 规划计划\n"
	  "title: 年度工作要点\n"
	  "categories: [work]\n"
	  "unit: dz\n"
	  "source: local\n"
	  "nature: policy\n"
	  "content: [年度重点工作, 责任分工]\n"
	  "elements:\n"
	  "  basis: [《中华人民共和国政府信息公开条例》第二十条第三项]\n"
	  "  duty: {default: unit}\n"
	  "  conditions: 每年年初部署工作时产生本信息。\n"
	  "  procedure: [拟制, {step: 签发, unit: 镇长办公会, limit: 3个工作日}]\n"
	  "  discipline: {default: unit}\n"
	  "  result: 在门户网站专栏公布。\n"
	  "disclosure: {attribute: proactive}\n"
	  "limit: 信息形成或者变更之日起20个工作日内\n"
	  "frequency: yearly\n"
	  "show-days: {count: 7, unit: working}\n"
	  "retain: permanent\n"
	  "channels: [website, village-board, closed-channel]\n"
	  "audience: all\n"
	  "level: [township, village]\n"
	  "none-this-period:\n"
	  "- {period: 2017-Q1, reason: 本季度没有调整, by: 内部确认人, date: "
	  "2017-04-05}\n"
	  "events:\n"
	  "- {date: 2018-01-05, act: clear, step: final, verdict: pass, by: 内部审查人,"
	  " proof: paper}\n"
	  "- {date: 2018-01-08, act: publish, channel: website}\n" },
	{ "items/dz/dz-0002.yaml",
	  "id: dz-0002\n"
	  "group: 人事管理\n"
	  "title: 考核档案查询\n"
	  "categories: [plans]\n"
	  "unit: dz\n"
	  "subject: zf\n"
	  "content: [考核结果]\n"
	  "disclosure: {attribute: on-request, ground: {code: 13-R,"
	  " basis: 条例第十三条第二款, reason: 内部理由仅涉及被考核人}}\n"
	  "state: {value: suspended, date: 2019-02-03, by: 东政发〔2019〕5号,"
	  " reason: 职能调整}\n"
	  "supervision: 0955-0000009\n" },
	{ "items/dz/dz-0003.yaml",
	  "id: dz-0003\n"
	  "group: 内部管理\n"
	  "title: 不公开事项名称\n"
	  "categories: [plans]\n"
	  "unit: dz\n"
	  "disclosure: {attribute: exempt, ground: {code: 16-1}}\n" },
	{ "documents/2018/00/2018-00112.yaml",
	  "id: 2018-00112\n"
	  "index: 640502017/2018-41187\n"
	  "title: 关于印发东园镇2018年政务公开工作要点的通知\n"
	  "summary: 2018年政务公开的重点和分工。\n"
	  "keywords: [政务公开, 工作要点]\n"
	  "items: [dz-0001, dz-0003, dz-0099]\n"
	  "unit: dz\n"
	  "issuer: zf\n"
	  "origin: made\n"
	  "type: plan\n"
	  "form: 通知\n"
	  "normative: no\n"
	  "number: 东政发〔2018〕112号\n"
	  "formed: 2018-07-04\n"
	  "force: in-force\n"
	  "disclosure: {attribute: proactive}\n"
	  "body: |\n"
	  "  各村、各办（队、中心）：\n"
	  "\n"
	  "  ## 一、推进五公开\n"
	  "\n"
	  "  责任单位为<队、中心>。\n"
	  "attachments:\n"
	  "- {file: plan.docx, title: 东园镇2018年政务公开工作要点, role: annex}\n"
	  "- {file: 流程 图#1.png, title: 工作流程图解, role: chart}\n"
	  "- {file: slip.pdf, title: 内部审批单, role: approval}\n"
	  "events:\n"
	  "- {date: 2018-07-03, act: clear, step: final, verdict: pass, by: 内部签发人,"
	  " proof: paper}\n"
	  "- {date: 2018-07-05, act: publish, time: \"07:16\", channel: website,"
	  " url: \"https://www.example.cn/dyz/112.html\", by: 内部发布人}\n"
	  "- {date: 2018-07-06, act: post, channel: village-board, place: 八字渠村}\n" },
	{ "documents/2018/00/2018-00113.yaml",
	  "id: 2018-00113\n"
	  "title: 《东园镇2018年政务公开工作要点》解读\n"
	  "summary: 说明要点的背景。\n"
	  "items: [dz-0001]\n"
	  "unit: dz\n"
	  "origin: made\n"
	  "type: interpretation\n"
	  "form: none\n"
	  "formed: 2018-07-06\n"
	  "force: none\n"
	  "disclosure: {attribute: proactive}\n"
	  "interprets: 2018-00112\n"
	  "interpreter: {name: 李某, post: 主任}\n"
	  "body: 解读正文。\n"
	  "events:\n"
	  "- {date: 2018-07-09, act: publish, channel: website}\n" },
	{ "documents/2019/00/2019-00001.yaml",
	  "id: 2019-00001\n"
	  "title: 东园镇2018年政府信息公开工作年度报告\n"
	  "summary: 年度报告。\n"
	  "items: [dz-0001]\n"
	  "unit: dz\n"
	  "issuer: 沙坡头区东园镇\n"
	  "origin: made\n"
	  "type: notice\n"
	  "form: none\n"
	  "formed: 2019-01-10\n"
	  "force: repealed\n"
	  "disclosure: {attribute: proactive}\n"
	  "notice: {from: 2019-01-11, to: 2019-01-17, phone: 0955-0000003,"
	  " result: 无异议}\n"
	  "body: 报告正文。\n"
	  "events:\n"
	  "- {date: 2019-01-11, act: publish, channel: website}\n"
	  "- {date: 2019-05-20, act: repeal, document: 2019-00077,"
	  " replaced-by: 东政发〔2019〕9号, reason: 有新的报告, by: 内部经办人}\n" },
	{ "documents/2019/00/2019-00002.yaml",
	  "id: 2019-00002\n"
	  "title: 不公开信息名称\n"
	  "items: [dz-0001]\n"
	  "unit: dz\n"
	  "disclosure: {attribute: exempt, ground: {code: 16-2}}\n"
	  "body: 不公开正文\n" },
};

static inline void fake_office(struct fake_site *fake)
{
	fake_init(fake);
	for (size_t i = 0; i < ARRAY_LEN(office_records); i++)
		(void)fake_add(fake, office_records[i].path, office_records[i].yaml);
}

#endif
