'use strict';
// A year of correct everyday records of a township office, in which gk finds nothing.
// The office (units, channels, categories, matters) is that of the example catalogue; the
// papers of the year are made here, the same each time.
// usage: year.js SOURCE-DIRECTORY GK FINDER [DIRECTORY-TO-KEEP]
const { spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const YAML = require('yaml');

const [, , source, gk, finder, keep] = process.argv;
const TODAY = '2026-12-31';
const LEAST = 300;

// ---- days ----

const DAY = 86400000;
const iso = (day) => new Date(day).toISOString().slice(0, 10);
const from = (text) => Date.parse(`${text}T00:00:00Z`);
/** So many days later, and no weekend. */
function later(text, days) {
	let day = from(text) + days * DAY;
	while ([0, 6].includes(new Date(day).getUTCDay()))
		day += DAY;
	return iso(day);
}
const two = (n) => String(n).padStart(2, '0');
/** The n-th day of a month, put off where it is a weekend. */
const on = (month, day) => later(`2026-${two(month)}-${two(day)}`, 0);
const cn = (text) => `${Number(text.slice(5, 7))}月${Number(text.slice(8))}日`;

// ---- the office ----

const BOARDS = new Set(['village-board', 'hall-board', 'outer-wall', 'e-screen', 'culture-board', 'inner-board', 'reading-place',
	'archive', 'library', 'meeting']);
const items = {};

function readItems() {
	for (const unit of fs.readdirSync(`${source}/catalogue/items`))
		for (const name of fs.readdirSync(`${source}/catalogue/items/${unit}`)) {
			const item = YAML.parse(fs.readFileSync(`${source}/catalogue/items/${unit}/${name}`, 'utf8'));
			items[item.id] = item;
		}
}

const columns = { news: '工作动态', notice: '通知公告', policy: '政府文件', publicity: '通知公告', result: '通知公告',
	budget: '预决算公开统一专栏', interpretation: '政策解读', personnel: '人事信息' };

// ---- what happens to a paper ----

const first = { mz: '民政办公室主任', jj: '经济发展综合服务中心主任', xc: '宣传办公室主任', ny: '农业科技推广服务中心主任' };

function clear(doc, day, verdict) {
	const out = [];
	const step = (name, who, post, when) => out.push({ date: when, act: 'clear', step: name, verdict,
		...(verdict === 'pass' ? {} : { opinion: '同意按拟定的公开属性办理。' }), by: who, post, proof: 'paper' });
	step('first', '张某', first[doc.unit] || '党政综合办公室主任', day);
	if (doc.normative.is === 'yes')
		step('legal', '李某', '司法所所长', day);
	const final = later(day, doc.quick ? 0 : 1);
	if (doc.type !== 'news') {
		step('second', '李某', '分管副镇长', final);
		step('secrecy', '李某', '保密审查员', final);
	}
	step('final', '李某', doc.type === 'news' ? '分管副镇长' : '镇长', final);
	return out;
}

/** On each channel that its matter asks for. */
function show(doc, day) {
	return items[doc.items[0]].channels.map((channel) => {
		if (BOARDS.has(channel))
			return { date: day, act: 'post', channel, place: channel === 'village-board' ? '各村村务公开栏' : '镇政府办公楼',
				...(doc.notice ? { until: doc.notice.to } : {}), by: '张某' };
		return { date: day, act: 'publish', channel,
			...(channel === 'website' ? { url: `https://portal.example.com/dongyuan/${doc.id}.html`,
				column: columns[doc.type] || '政府信息公开目录' } : {}), by: '张某' };
	});
}

function takeDown(doc, day) {
	return doc.events.filter((event) => event.act === 'post').map((event) => ({ date: day, act: 'take-down',
		channel: event.channel, place: event.place, by: '张某' }));
}

// ---- papers ----

const papers = [];
const serial = {};
let number = {};
const files = [];

/** One paper of the year: what is told, and what follows from it. */
function paper(told) {
	const year = told.formed.slice(0, 4);
	const { item, show: showing = true, days = 1, verdict = 'pass', ...rest } = told;
	const n = serial[year] = (serial[year] || (year === '2025' ? 100 : 0)) + 1;
	const doc = { id: `${year}-${String(n).padStart(5, '0')}`, title: '', summary: '', items: [item], unit: items[item].unit,
		issuer: 'zf', origin: 'made', type: 'notice', form: 'none', normative: { is: 'no' }, force: 'none',
		disclosure: { attribute: 'proactive' }, ...rest };
	const letters = doc.normative.is === 'yes' ? '东政规发' : doc.form === '函' ? '东政函' : '东政发';
	if (doc.form !== 'none' && !doc.number) {
		number[letters + year] = (number[letters + year] || 0) + 1;
		doc.number = `${letters}〔${year}〕${number[letters + year]}号`;
	}
	const start = later(doc.obtained || doc.formed, 0);
	doc.events = told.events || clear(doc, start, verdict);
	if (showing)
		doc.events.push(...show(doc, later(start, doc.quick ? 0 : days)));
	delete doc.quick;
	papers.push(doc);
	return doc;
}

const body = (head, ...lines) => `${head}\n\n${lines.map((line, i) => `${i + 1}. ${line}`).join('\n')}\n`;
const villages = ['新星村', '史湖村', '谢滩村', '郭滩村', '柔新村', '八字渠村'];
const village = (n) => villages[n % villages.length];

/** News: every week, short, two reviews. */
function news() {
	const what = ['春耕备耕', '渠道清淤', '人居环境整治', '防汛演练', '秋收', '冬季清洁取暖', '森林草原防火', '集市环境整治'];
	for (let week = 0; week < 52; week++) {
		const day = later('2026-01-05', week * 7);
		const topic = what[week % what.length];
		paper({ item: 'xc-0004', type: 'news', formed: day, quick: true, tags: ['open-day'], persons: undefined,
			title: `${village(week)}第${week + 1}周${topic}情况`, summary: `${village(week)}开展${topic}，干部群众共同参加。`,
			body: `${cn(day)}，${village(week)}组织开展${topic}，镇干部到场了解进度，现场解决用工和机械调配问题。\n\n下一步继续按月安排，完成情况在村务公开栏公布。\n` });
	}
}

/** 公示 of a month's list, on the boards for its days and then down, names and amounts alone. */
function publicities() {
	for (let month = 1; month <= 12; month++)
		for (const [item, what] of [['mz-0005', '最低生活保障审核'], ['mz-0009', '特困人员供养审核']]) {
			const formed = on(month, 3);
			const shown = later(formed, 1);
			const last = later(shown, 12);
			const doc = paper({ item, type: 'publicity', formed, persons: 'names',
				title: `2026年${month}月${what}公示`, summary: `公示2026年${month}月${what}对象，公示期满无异议的按程序确认。`,
				notice: { from: shown, to: last, phone: '0955-0000010', address: '东园镇人民政府党政综合办公室', accept: '镇民政办公室受理，五个工作日内答复' },
				body: `经村级评议和入户核查，现将本月拟纳入对象公示如下，公示期${cn(shown)}至${cn(last)}。\n\n| 姓名 | 所在村 | 保障人数 | 拟定月保障金额（元） |\n|---|---|---|---|\n` +
					`| 张某 | ${village(month)} | 1 | ${300 + month * 5} |\n| 李某 | ${village(month + 1)} | 2 | ${520 + month * 5} |\n\n对公示有异议的，可在公示期内向镇党政综合办公室反映，监督电话0955-0000010。\n` });
			doc.events.push(...takeDown(doc, last));
		}
}

/** Results with the data of persons masked, the whole list as a table attached. */
function results() {
	for (let month = 1; month <= 12; month++) {
		const doc = paper({ item: 'mz-0006', type: 'result', formed: on(month, 22), persons: 'masked',
			title: `2026年${month}月最低生活保障确认结果`, summary: `2026年${month}月新增、停发最低生活保障的户数和金额。`,
			body: body(`2026年${month}月最低生活保障确认结果如下，名单见附件：`, `新增${month % 4 + 1}户，停发${month % 3}户`, `全镇在保${160 + month}户`, '姓名只留姓氏，住址只到村'),
			attachments: [{ file: 'result.csv', title: `2026年${month}月确认结果表`, role: 'table' }] });
		files.push([`attachments/${doc.id}/result.csv`, `序号,姓名,所在村,保障人数,月保障金额（元）\n1,张*,${village(month)},1,${310 + month}\n2,李*,${village(month + 2)},3,${760 + month}\n`]);
		paper({ item: 'wh-0004', type: 'guide', formed: on(month, 10), title: `2026年${month}月文化辅导和演出安排`,
			summary: `${month}月送戏下乡、书法和舞蹈辅导的时间地点。`, body: body(`${month}月安排如下：`, `${village(month)}，送戏下乡一场`, `${village(month + 3)}，广场舞辅导两次`, '镇文化站，书法辅导每周一次') });
	}
}

/** Notices in every official form. */
function notices() {
	const kinds = [['通知', 'notice', '做好*工作'], ['通告', 'notice', '*期间道路临时封闭'], ['公告', 'notice', '*事项办理地点调整'],
		['意见', 'policy', '加强*'], ['决定', 'policy', '表扬*先进集体'], ['通报', 'notice', '*检查情况'], ['命令', 'policy', '*'],
		['决议', 'other', '*'], ['公报', 'statistics', '*'], ['通知', 'plan', '印发*工作方案'], ['通知', 'emergency', '*应急响应安排'],
		['通知', 'personnel', '*岗位人员调整']];
	const what = ['春季护林防火', '农村饮水安全', '秸秆禁烧', '高温天气用工', '黄河岸线巡查', '农机安全', '食品安全', '冬季供暖', '村级财务公开'];
	for (let i = 0; i < 84; i++) {
		const [form, type, about] = kinds[i % kinds.length];
		const day = later('2026-01-06', i * 4);
		const topic = about.replace('*', what[i % what.length]);
		const title = form === '通知' || form === '意见' || form === '决定' || form === '通报' ? `关于${topic}的${form}（第${i + 1}号）` : `东园镇${topic}${form}（第${i + 1}号）`;
		const doc = paper({ item: 'dz-0001', form, type, formed: day, quick: true, force: 'in-force', mark: i % 3 ? 'release' : undefined,
			stage: 'execution', title, summary: `就${topic}作出安排，明确时间、范围和责任单位。`,
			...(i % 15 === 4 ? { origin: 'joint', 'co-issuers': ['东园镇人民武装部'] } : {}),
			body: body('各村、各办（队、中心）：', `自${cn(day)}起执行。`, `由${items['dz-0001'].unit === 'dz' ? '党政综合办公室' : '责任科室'}负责协调，各村明确一名负责人。`, '完成情况按月报送，并在村务公开栏公布。') });
		if (i % 10 === 3)
			doc.events.push({ date: later(day, 3), act: 'erratum', kind: 'typo', from: '明确一名负责人员', to: '明确一名负责人', by: '张某' });
		if (i % 20 === 7)
			doc.events.push({ date: later(day, 20), act: 'hand-over', to: '区档案馆', place: '区档案馆查阅大厅', by: '张某' });
	}
}

/** Normative papers, each with its interpretation of the same day; older ones repealed by them. */
function policies() {
	const what = ['村级公益岗位管理办法', '集贸市场管理规定', '小型水利设施管护办法', '农村公共厕所管护办法', '村内道路管护办法', '垃圾分类管理规定'];
	what.forEach((name, i) => {
		const formed = on(i * 2 + 1, 14);
		const old = paper({ item: 'dz-0001', form: '通知', type: 'policy', formed: later(`2025-${two(i + 2)}-11`, 0), quick: true, force: 'repealed',
			effective: later(`2025-${two(i + 3)}-01`, 0), stage: 'decision', title: `关于做好${name.replace(/办法|规定/, '')}工作的通知`, summary: `安排${name.replace(/办法|规定/, '')}的分工和经费。`,
			body: body('各村：', '明确管护人员和巡查次数。', '费用由村集体和镇财政共同承担。') });
		const doc = paper({ item: 'dz-0001', form: '通知', type: 'policy', formed, quick: true, force: 'in-force', mark: 'release', stage: 'decision',
			normative: { is: 'yes', registration: `DYZ-2026-0${i + 1}`, 'legal-review': `${later(formed, -5)}经司法所合法性审核`, filed: later(formed, 12), 'valid-until': `2028-${two(i * 2 + 1)}-13` },
			effective: later(formed, 15), interpretation: { needed: 'yes', by: [] }, title: `关于印发《东园镇${name}》的通知`, summary: `规定${name.slice(0, -2)}的职责分工、经费来源和监督办法。`,
			body: body(`《东园镇${name}》已经镇政府会议通过，现予印发。`, '管护责任由所在村承担，镇里按季抽查。', '经费从村集体收入和财政补助中列支。', '收支情况按季在村务公开栏公布。'),
			meeting: { name: '镇政府办公会议', date: later(formed, -2), form: 'executive' } });
		const explained = paper({ item: 'dz-0001', type: 'interpretation', formed, quick: true, title: `《东园镇${name}》解读`, summary: `说明《东园镇${name}》为什么制定、管什么、谁负责。`,
			interprets: doc.id, 'interpretation-form': i % 2 ? 'qa' : 'text', interpreter: { name: '李某', post: '副镇长', first: 'yes' },
			body: body('群众关心的几个问题：', '为什么制定：原来的分工不清，经费没有着落。', '由谁负责：所在村日常管护，镇里抽查。', '怎么监督：收支按季公布，可以向镇政府反映。') });
		doc.interpretation.by.push({ id: explained.id });
		old.events.push({ date: later(formed, 15), act: 'repeal', document: doc.id, 'replaced-by': doc.id, reason: '由新的办法代替', by: '张某' });
	});
}

/** Money: budgets in twenty days, details by quarter; projects of every kind; replies. */
function money() {
	for (let quarter = 1; quarter <= 4; quarter++) {
		const end = quarter === 1 ? on(1, 9) : on(quarter * 3 - 2, 9);
		paper({ item: 'jj-0003', type: 'budget', formed: end, title: `2026年第${quarter}批涉农资金明细`, summary: '各项涉农资金的来源、用途、项目和结余。',
			body: '| 项目 | 金额（万元） |\n|---|---|\n| 耕地地力保护补贴 | 120.50 |\n| 农机购置补贴 | 36.00 |\n' });
		paper({ item: 'zz-0002', type: 'statistics', formed: end, title: `2026年第${quarter}次网民留言办理情况`, summary: '留言和热线工单的件数、办结率和主要问题。',
			body: body('办理情况：', `收到留言${20 + quarter}件，办结${20 + quarter}件`, '主要是道路、供水和垃圾清运问题') });
		paper({ item: 'ny-0004', type: 'list', formed: end, persons: 'masked', title: `2026年第${quarter}批宅基地审批结果`, summary: '本批批准的宅基地户数、面积和所在村。',
			body: `| 户主 | 所在村 | 批准面积（平方米） |\n|---|---|---|\n| 张* | ${village(quarter)} | 270 |\n| 李* | ${village(quarter + 2)} | 240 |\n` });
	}
	const budget = (item, formed, title) => paper({ item, type: 'budget', formed, title, summary: `${title}及说明。`, stage: 'decision',
		body: `${title}已经镇人民代表大会批准。\n\n| 项目 | 金额（万元） |\n|---|---|\n| 一般公共预算支出 | 1310.20 |\n| “三公”经费合计 | 6.20 |\n`,
		meeting: { name: '镇人民代表大会会议', date: formed, form: 'plenary' } });
	budget('jj-0007', on(1, 15), '东园镇2026年政府预算');
	budget('jj-0007', on(9, 16), '东园镇2026年政府预算调整方案');
	budget('jj-0008', on(8, 18), '东园镇2025年政府决算');
	['service', 'approval', 'bidding', 'land', 'change', 'work', 'quality', 'completion'].forEach((kind, i) =>
		paper({ item: 'jj-0011', type: 'project', formed: on(i + 2, 5), project: 'DY-2026-001', 'project-kind': kind, title: `农村供水管网改造工程信息（之${i + 1}）`,
			summary: '农村供水管网改造工程本阶段的批准、实施和监督信息。', body: body('本阶段情况：', `涉及${village(i)}等三个村。`, '项目法人、施工和监理单位名称见批准文件。', '投诉由镇经济发展综合服务中心受理。') }));
	for (let i = 0; i < 8; i++)
		paper({ item: 'dz-0006', type: 'reply', form: '函', formed: on(i + 3, 12), force: 'none', title: `对镇人大代表第${i + 1}号建议的答复`, summary: '答复代表关于道路、供水等的建议。',
			body: body('代表您好，所提建议答复如下：', `${village(i)}道路修补已列入今年计划。`, '所需资金由镇财政安排。') });
}

/** What comes from others. */
function obtained() {
	for (let i = 0; i < 12; i++) {
		const formed = on(i + 1, 5);
		paper({ item: 'dz-0008', type: 'other', origin: 'reprint', formed, obtained: later(formed, 3), issuer: '沙坡头区人民政府办公室', 'source-url': `https://portal.example.com/zc/2026-${i + 1}.html`,
			title: `转载：基层政务公开工作提示（第${i + 1}期）`, summary: '上级对目录更新、公开栏维护和留言办理的提示。', mark: 'none', body: body('本期提示：', '及时更新标准目录。', '公示期满的名单及时撤下。') });
		paper({ item: i % 2 ? 'mz-0001' : 'ms-0001', type: 'policy', origin: 'obtained-organ', formed, obtained: later(formed, 4), issuer: '沙坡头区民政局',
			title: `区级民生政策文件（2026年第${i + 1}号）`, summary: '区级部门印发的民生政策，镇里负责执行和告知。', force: 'in-force', body: body('主要内容：', '明确对象和标准。', '镇里负责受理和入户核查。') });
		if (i % 4 === 1)
			paper({ item: 'jj-0011', type: 'project', project: 'DY-2026-002', 'project-kind': 'quality', origin: 'obtained-person', formed, obtained: later(formed, 2), issuer: '某建设工程公司',
				title: `施工单位报送的安全检查情况（第${i + 1}次）`, summary: '施工单位自查情况和整改结果。', body: body('报送内容：', '自查发现问题三项，均已整改。') });
	}
}

/** What is not disclosed on the office's own motion, with its ground; assessed each year. */
function withheld() {
	const law = '《中华人民共和国政府信息公开条例》';
	const cases = [['16-1', `${law}第十六条第一款`, '只涉及本机关内部人员调配，公开会影响正常工作秩序', '纪要', '内部事务会议纪要'],
		['16-2', `${law}第十六条第二款`, '方案还在征求各村意见，公开会影响讨论和决定', '请示', '方案讨论稿'],
		['16-2', `${law}第十六条第二款`, '属于向上级报告的过程性材料，尚未形成决定', '报告', '阶段情况'],
		['16-3', `${law}第十六条第二款`, '属于行政执法案卷，公开会影响案件的调查处理', 'none', '执法案卷'],
		['14-2', `${law}第十四条`, '统计法规定单个调查对象的资料不得对外提供', 'none', '统计调查原始资料'],
		['14-3', `${law}第十四条`, '公开水源井布点和值守安排会危及公共安全', 'none', '水源地值守安排'],
		['15s', `${law}第十五条`, '含有企业投标报价构成等商业秘密，企业不同意公开', 'none', '企业报价材料'],
		['15p', `${law}第十五条`, '含有当事人家庭情况等个人隐私，当事人不同意公开', 'none', '家庭情况核查材料']];
	for (let i = 0; i < 24; i++) {
		const [code, basis, reason, form, what] = cases[i % cases.length];
		const formed = i < 8 ? later(`2025-${two(i + 2)}-12`, 0) : on(i % 11 + 1, 13);
		const doc = paper({ item: 'dz-0010', type: 'other', form, formed, show: false, verdict: 'withhold', mark: form === 'none' ? undefined : 'withhold',
			title: `${what}（第${i + 1}号）`, summary: `${what}，不予公开。`, body: '正文不录入目录，纸质件由党政综合办公室保管。',
			disclosure: { attribute: 'exempt', ground: { code, basis, reason: `${reason}。` } },
			...(code.startsWith('15') ? { 'third-party': { asked: later(formed, 0), reply: 'refuse', date: later(formed, 3), reason: '内容涉及我方权益，不同意公开。' } } : {}) });
		if (formed < '2026')
			doc.events.push({ date: later(`2026-${formed.slice(5, 7)}-02`, 0), act: 'review', decision: 'keep', reason: '情况没有变化，继续不予公开。', by: '张某', 'approved-by': '李某', round: '2026年度评估' });
	}
	for (let i = 0; i < 8; i++)
		paper({ item: i % 2 ? 'ny-0004' : 'mz-0013', type: 'other', formed: on(i + 2, 18), show: false, verdict: 'request', mark: 'on-request', title: `申请审批档案（第${i + 1}号）`,
			summary: '审批档案，由本人或者利害关系人申请提供。', body: '正文不录入目录，纸质件由承办科室保管。',
			disclosure: { attribute: 'on-request', ground: i % 4 === 3 ? { code: '36-7', basis: `${law}第三十六条第七项`, reason: '不动产登记资料的查询，法律、行政法规另有规定。' }
				: { code: '13-R', basis: `${law}第十三条`, reason: '档案只关系申请人和利害关系人，由其申请后提供。' } } });
}

/** The rest of the life of an office: guides, plans, parts released, what came down again, what is under way. */
function others() {
	for (let i = 0; i < 6; i++)
		paper({ item: ['ms-0003', 'mz-0011', 'mz-0012', 'mz-0010', 'mz-0008', 'ms-0005'][i], type: 'guide', formed: on(i * 2 + 1, 20), title: `2026年${['职业农民培训报名', '养老服务补贴申请', '老年人补贴申请', '养老机构备案', '特困供养申请', '父母奖励申请'][i]}指南`,
			summary: '受理条件、材料、时限、地点和电话。', body: body('办理须知：', '带身份证和户口簿到便民服务大厅。', '当场受理，咨询电话0955-0000012。') });
	paper({ item: 'dz-0004', type: 'plan', form: '通知', formed: on(3, 3), force: 'in-force', title: '关于印发东园镇2026年政务公开工作要点的通知', summary: '安排全年政务公开工作任务和分工。', body: body('各村、各办（队、中心）：', '更新标准目录。', '办好政府开放日。') });
	paper({ item: 'dz-0002', type: 'organ', formed: on(2, 10), title: '东园镇镇情简介', summary: '人口、面积、村数和内设机构。', body: body('基本情况：', '全镇辖十五个行政村。', '内设机构和职责见机构职能栏目。') });
	paper({ item: 'dz-0003', type: 'other', formed: on(1, 20), title: '东园镇2026年政府工作报告', summary: '2025年工作和2026年安排。', body: body('各位代表：', '2025年完成的工作。', '2026年的安排。') });
	for (let i = 0; i < 2; i++) {
		const whole = papers.find((doc) => doc.disclosure.ground && doc.disclosure.ground.code === '16-2' && doc.formed.startsWith('2026'));
		paper({ item: 'dz-0001', type: 'plan', formed: on(11 + i % 2, 10), quick: true, mark: 'partial', 'part-of': { document: whole.id, 'left-out': '尚在讨论的经费分摊部分' }, title: `农村环境整治方案（删减版之${i + 1}）`,
			summary: '整治范围、时间和标准，删去尚未确定的部分。', verdict: 'part', body: body('整治内容：', '清理沟渠和路边堆放物。') });
	}
	const gone = paper({ item: 'zz-0001', type: 'policy', formed: on(4, 8), force: 'none', title: '关于征求集贸市场管理规定意见的公告', summary: '公开征求对集贸市场管理规定草案的意见。', body: body('意见反馈方式：', '来信请寄镇党政综合办公室。', '电话0955-0000001。') });
	gone.events.push({ date: later(gone.formed, 40), act: 'withdraw', cause: 'expired', reason: '征求意见期已满', by: '张某', 'approved-by': '李某' });
	const waiting = paper({ item: 'dz-0001', type: 'notice', form: '通知', formed: '2026-12-30', force: 'in-force', show: false, quick: true, title: '关于做好元旦假期值班工作的通知', summary: '安排元旦假期值班和信息报送。', body: body('各村：', '按值班表到岗。') });
	waiting.events = waiting.events.slice(0, 1);
}

// ---- matters of the natures that the example does not have ----

function matters() {
	const base = (id, nature, title, more) => ({ id, group: '行政管理', title, categories: ['other-statutory', 'art20-penalties'], unit: id.slice(0, 2), subject: 'zf',
		source: 'local', nature, content: [`${title}的依据、过程和结果`], elements: {
			basis: ['《中华人民共和国政府信息公开条例》第二十条'], duty: `责任科室负责${title}信息的拟制、审查和更新。`, conditions: `${title}办结或者内容变化时公开。`,
			procedure: ['责任科室拟制', '分管领导审查', '镇长签发', '公开并更新'], discipline: `不得借${title}收取费用，监督电话0955-0000010。`,
			result: `群众可在公开栏和网站看到${title}的结果。` },
		disclosure: { attribute: 'proactive' }, limit: '信息形成或者变更之日起20个工作日内', frequency: 'on-event', retain: 'permanent', channels: ['website', 'outer-wall'],
		audience: 'all', level: ['township'], stage: 'management', edition: '2026', ...more, events: [{ date: '2026-01-20', act: 'publish', channel: 'website', column: '标准目录', by: '张某' },
			{ date: '2026-01-20', act: 'post', channel: 'outer-wall', place: '镇政府外墙公开栏', by: '张某' }] });
	return [
		base('zz-0101', 'enforcement', '村庄规划区内违法建设查处', { stage: 'result', discretion: [{ circumstance: '限期内自行改正', tier: '轻微', range: '不予处罚', basis: '《中华人民共和国行政处罚法》第三十三条' }, { circumstance: '逾期不改正', tier: '一般', range: '依法拆除' }] }),
		base('ny-0101', 'village', '村级财务公开指导', { audience: 'group', 'audience-group': '村民和村民代表', level: ['village'] }),
		base('mz-0101', 'other', '地名命名更名', { frequency: 'quarterly', 'none-this-period': ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((period, i) => ({ period, reason: '本季度没有地名命名、更名', by: '张某', date: on(i * 3 + 3, 27) })) }),
		base('dz-0101', 'organ', '政务公开工作机构', { state: { value: 'suspended', date: '2026-06-01', by: '东政发〔2026〕20号', reason: '机构调整期间暂停' } }),
	];
}

// ---- writing ----

function write(root, name, text) {
	fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
	fs.writeFileSync(path.join(root, name), text);
}

const yaml = (value) => YAML.stringify(value, { version: '1.2', lineWidth: 0, nullStr: '' });
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The digest of each record as it is disclosed: what a clearance and a publication name. */
function digests(records) {
	const input = records.map(({ kind, name, text }) => `${kind} ${name} ${Buffer.byteLength(text)}\n${text}\n`).join('');
	const run = spawnSync(finder, ['--digest'], { input, maxBuffer: 1 << 26 });
	if (run.status !== 0)
		throw new Error(`${finder}: ${run.stderr}`);
	return run.stdout.toString().trim().split('\n');
}

/** In the order of a file that gk wrote: by day, then by the text of the entry; each with its digest. */
function settleEvents(value, digest) {
	for (const event of value.events)
		if (digest && ['clear', 'publish', 'erratum'].includes(event.act))
			event.digest = digest;
	value.events.sort((a, b) => compare(a.date, b.date));
}

function writeAll(root) {
	for (const name of ['catalogue.yaml', 'units', 'channels', 'categories', 'items', 'reports'])
		fs.cpSync(`${source}/catalogue/${name}`, path.join(root, name), { recursive: true });
	const records = [];
	for (const value of papers)
		records.push({ kind: 'document', name: `documents/${value.id.slice(0, 4)}/00/${value.id}.yaml`, value });
	for (const value of matters())
		records.push({ kind: 'item', name: `items/${value.unit}/${value.id}.yaml`, value });
	for (const record of records)
		record.text = yaml(record.value);
	digests(records).forEach((digest, i) => {
		settleEvents(records[i].value, records[i].value.attachments ? undefined : digest);
		write(root, records[i].name, yaml(records[i].value));
	});
	for (const [name, text] of files)
		write(root, name, text);
}

function validate(root) {
	const run = spawnSync(gk, ['validate', `--today=${TODAY}`, '--lang=en', '--no-cache'], { cwd: root, maxBuffer: 1 << 26 });
	return { status: run.status, text: run.stdout.toString() + run.stderr.toString() };
}

/** What would be found if the year were not so: or silence would prove nothing. */
function slip(root) {
	const slips = [
		['publicity', 'posting-still-up', (doc) => { doc.events = doc.events.filter((event) => event.act !== 'take-down'); }],
		['reply', 'published-uncleared', (doc) => { doc.events = doc.events.filter((event) => event.act !== 'clear'); }],
		['budget', 'published-late', (doc) => { doc.formed = later(doc.formed, -60); }],
		['interpretation', 'reference-missing', (doc) => { doc.interprets = '2026-09999'; }],
		['guide', 'changed-since-published', (doc) => { doc.summary += '（修改）'; }],
	];
	for (const [type, , change] of slips) {
		const doc = papers.find((paper) => paper.type === type);
		change(doc);
		write(root, `documents/${doc.id.slice(0, 4)}/00/${doc.id}.yaml`, yaml(doc));
	}
	const { text } = validate(root);
	return slips.map((one) => one[1]).filter((slug) => !text.includes(`[${slug}]`));
}

function main() {
	const root = keep || fs.mkdtempSync(path.join(os.tmpdir(), 'gk-year-'));
	readItems();
	for (const make of [withheld, news, publicities, results, notices, policies, money, obtained, others])
		make();
	writeAll(root);
	const { status, text } = validate(root);
	const silent = status === 0 && / records: 0 errors, 0 warnings, 0 notes\n$/.test(text);
	const unseen = keep ? [] : slip(root);
	process.stdout.write(text);
	if (papers.length < LEAST)
		console.log(`only ${papers.length} papers`);
	for (const slug of unseen)
		console.log(`a slip was made, and ${slug} was not found`);
	if (!keep)
		fs.rmSync(root, { recursive: true });
	process.exitCode = silent && papers.length >= LEAST && unseen.length === 0 ? 0 : 1;
}

main();
