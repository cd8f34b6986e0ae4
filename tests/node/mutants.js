'use strict';
// Mutants of good records, the same each time: a value changed, a key gone, a list doubled.

const clone = (value) => JSON.parse(JSON.stringify(value));

function at(root, way) {
	return way.reduce((value, key) => value[key], root);
}

function* ways(value, way = []) {
	yield way;
	if (Array.isArray(value))
		for (let i = 0; i < value.length; i++)
			yield* ways(value[i], [...way, i]);
	else if (value && typeof value === 'object')
		for (const key of Object.keys(value))
			yield* ways(value[key], [...way, key]);
}

// ---- what a value is replaced with ----

const longText = '长'.repeat(10001);
const texts = {
	'': '', blank: ' ', 'ideographic blank': '\u3000', 'two lines': '上行\n下行', 'long line': '很'.repeat(600),
	'long text': longText, 'a number': '12', 'a boolean': 'true', 'a code of nothing': 'frobnicate',
	'a YAML word': 'no', 'a label': '主动公开', 'one sign': '甲', 'full width': 'ＡＢＣ１２３', pair: '\u{20BB7}'.repeat(301),
};
const fillers = ['无', '略。', '待定', '同上', '见附件', '详见附件', '（详见附件）', '见流程图', 'todo', 'N/A', '...', '——', '。',
	'详见通知', '详见《通知》', '【暂无】', 'XXX'];
const days = ['2018-13-01', '2018-00-10', '2018-02-30', '2018-2-3', '2018/02/03', '1899-12-31', '2200-01-01', '2019-02-29',
	'2016-02-29', '1900-02-29', '2018-04-31', '2018-07-04T08:30:00Z', '20180704', '2018.7.4', '2018年7月4日', ' 2018-07-04'];
const ids = ['mz', 'm', 'no', 'MZ-0001', 'mz-0001', 'mz-0000', 'mz-00001', 'mz-12345', 'mz-012', 'a2018-0001', 'off-0001',
	'social-assistance', 'social--assistance', 'social-', 'area-0001', 'area-2018x', '2018-00001', '2018-00000', '2018-0001',
	'2018-000001', '2018-123456', '1899-00001', '2018-1234567890', 'abcdefghijklmnopq-0001', 'a'.repeat(64)];
const numbers = { zero: 0, negative: -1, fraction: 1.5, large: 12345678, 'a quoted number': '3' };
const others = { null: null, true: true, false: false, 'an empty list': [], 'an empty group': {}, 'a list': ['甲'],
	'a group': { colour: 'red' }, 'a list of lists': [['甲']], 'a list of nothing': [null] };

function* replacements(way, value) {
	for (const [name, other] of Object.entries(others))
		yield [name, other];
	for (const [name, other] of Object.entries(numbers))
		yield [name, other];
	for (const [name, other] of Object.entries(texts))
		yield [`text: ${name}`, other];
	if (typeof value !== 'string')
		return;
	if (way[0] === 'elements')
		for (const filler of fillers)
			yield [`filler ${filler}`, filler];
	if (/^[a-z][a-z0-9-]+$|^\d{4}-\d{5,}$/.test(value))
		for (const id of ids)
			yield [`id ${id.slice(0, 24)}`, id];
	if (/^\d{4}-\d\d-\d\d$/.test(value))
		for (const day of days)
			yield [`day ${day}`, day];
	yield ['capitals', value.toUpperCase()];
	yield ['a blank before', ` ${value}`];
}

// How a plain scalar may be written: put in place of a text or a number as it stands.
const lexical = ['010', '0x10', '0o17', '1e3', '+5', '7.0', '.5', '.inf', '~', 'null', 'true', '12:30', '2018-07-04', 'yes',
	'1_000', '-0'];
const lexicalMark = 'LEXICAL-MARK';

// ---- what is done to a place ----

function* changes(root, way) {
	const value = at(root, way);
	const last = way[way.length - 1];
	// Made only when it is wanted.
	const replaced = (other) => () => {
		const copy = clone(root);
		at(copy, way.slice(0, -1))[last] = other;
		return copy;
	};
	const changed = (change) => () => {
		const copy = clone(root);
		change(at(copy, way), way.length ? at(copy, way.slice(0, -1)) : null);
		return copy;
	};

	if (way.length) {
		for (const [name, other] of replacements(way, value))
			yield [name, replaced(other)];
		if (typeof value !== 'object')
			for (const text of lexical)
				yield [`written ${text}`, replaced(lexicalMark), text];
		yield ['in a list', replaced([value])];
		yield ['in a group', replaced({ value })];
		yield ['gone', changed((_, parent) => (Array.isArray(parent) ? parent.splice(last, 1) : delete parent[last]))];
	}
	if (typeof last === 'string') {
		const key = `${last.slice(0, -1)}${last.slice(-1) === 'e' ? 'f' : 'e'}`;
		yield ['key misspelt', changed((_, parent) => { parent[key] = parent[last]; delete parent[last]; })];
		yield ['key in capitals', changed((_, parent) => { parent[last.toUpperCase()] = parent[last]; delete parent[last]; })];
	}
	if (Array.isArray(value)) {
		yield ['doubled entry', changed((list) => list.push(clone(list[0] === undefined ? '甲' : list[0])))];
		yield ['an empty entry', changed((list) => list.push(null))];
		yield ['an empty text as entry', changed((list) => list.push(''))];
		yield ['a number as entry', changed((list) => list.push(7))];
		yield ['a list as entry', changed((list) => list.push([]))];
		yield ['a group as entry', changed((list) => list.push({ colour: 'red' }))];
		yield ['an empty group as entry', changed((list) => list.push({}))];
		yield ['out of its list', replaced(value[0] === undefined ? null : value[0])];
	} else if (value && typeof value === 'object') {
		yield ['unknown key', changed((group) => { group.colour = 'red'; })];
		yield ['unknown empty key', changed((group) => { group[''] = 'red'; })];
		yield ['unknown key of one\'s own', changed((group) => { group['x-colour'] = ['red']; })];
		yield ['x- alone', changed((group) => { group['x-'] = 'red'; })];
		yield ['emptied', changed((group) => Object.keys(group).forEach((key) => { group[key] = null; }))];
	}
	if (way.length === 0) {
		const day = '2018-07-04';
		yield ['voided', changed((group) => { group.voided = { date: day, by: '张某', reason: '重复登记' }; })];
		yield ['voided without reason', changed((group) => { group.voided = { date: day, by: '张某' }; })];
		yield ['waived', changed((group) => { group.waive = [{ rule: 'field-missing', reason: '待补', by: '李某', date: day }]; })];
		yield ['waived by nobody', changed((group) => { group.waive = [{ rule: 'field-missing', reason: '待补', date: day }]; })];
		yield ['waived by nothing', changed((group) => { group.waive = [{}]; })];
		yield ['an event of no act', changed((group) => { (group.events = group.events || []).push({ date: day }); })];
		yield ['an event of another act', changed((group) => { (group.events = group.events || []).push({ date: day, act: 'answer' }); })];
		yield ['published', changed((group) => { (group.events = group.events || []).push({ date: day, act: 'publish', channel: 'website' }); })];
		yield ['posted', changed((group) => { (group.events = group.events || []).push({ date: day, act: 'post', channel: 'board' }); })];
		yield ['withdrawn, and its summary gone', changed((group) => {
			(group.events = group.events || []).push({ date: day, act: 'publish', channel: 'website' },
				{ date: day, act: 'withdraw', cause: 'error', by: '张某' });
			delete group.summary;
		})];
		if (value.elements)
			yield ['an element twice', changed((group) => { group.elements.result = group.elements.conditions = '甲乙丙丁'; })];
		yield ['a draft', changed((group) => { delete group.events; })];
	}
}

/**
 * A share of all: one mutant for each change of each place (list indices count as one place)
 * of each kind, and of those one in `share`.  Each is { record, way, change, value, raw }:
 * `raw` stands in the text in place of lexicalMark.
 */
function* mutants(records, share) {
	const seen = new Set();
	// Short ones first: a place that they have needs no long one.
	for (const record of [...records].sort((a, b) => a.text.length - b.text.length)) {
		for (const way of ways(record.value)) {
			const place = `${record.kind}.${way.map((key) => (typeof key === 'number' ? '*' : key)).join('.')}`;
			for (const [change, make, raw] of changes(record.value, way)) {
				const group = `${place} ${change}`;
				if (seen.has(group))
					continue;
				seen.add(group);
				if (way.length === 0 || seen.size % share === 0)
					yield { record, way, change, value: make(), raw };
			}
		}
	}
}

module.exports = { mutants, lexicalMark };
