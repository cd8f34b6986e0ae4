'use strict';
// The forms of gk validate, each read by somebody else: SARIF by the OASIS schema, JSON by ours, JUnit by
// its schema, TAP by Perl's harness, the lines of GitHub by a decoder written from its documentation.
// usage: forms.js SOURCE-DIRECTORY GK
const assert = require('assert');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { execFileSync, spawnSync } = require('child_process');
const Ajv = require('ajv');
const Ajv2020 = require('ajv/dist/2020');
const addFormats = require('ajv-formats');

const source = fs.realpathSync(process.argv[2]);
const gk = fs.realpathSync(process.argv[3]);
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'gk-forms-'));
process.on('exit', () => fs.rmSync(work, { recursive: true, force: true }));
const top = path.join(work, 'repository');
// A folder of a repository: services want paths from its top.
const root = path.join(top, 'catalogue');
const env = { PATH: process.env.PATH, HOME: work, LC_ALL: 'C', GK_TODAY: '2026-11-20', GK_FSYNC: '0',
	GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_NAME: '张某', GIT_AUTHOR_EMAIL: 'zhang@example.invalid',
	GIT_COMMITTER_NAME: '张某', GIT_COMMITTER_EMAIL: 'zhang@example.invalid' };

function run(...args) {
	const r = spawnSync(gk, ['validate', '--lang=en', ...args], { cwd: root, env, encoding: 'utf8', maxBuffer: 1 << 28 });
	assert.ok(r.status === 0 || r.status === 1, `gk validate ${args.join(' ')}: ${r.status} ${r.stderr}`);
	return { status: r.status, out: r.stdout };
}

function git(...args) {
	execFileSync('git', args, { cwd: top, env });
}

function write(name, text) {
	fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
	fs.writeFileSync(path.join(root, name), text);
}

function change(name, ...pairs) {
	let text = fs.readFileSync(path.join(root, name), 'utf8');
	for (const [from, to] of pairs) {
		assert.match(text, from);
		text = text.replace(from, to);
	}
	fs.writeFileSync(path.join(root, name), text);
}

// ---- the states to tell of, from none found to many of each ----

function start() {
	fs.rmSync(top, { recursive: true, force: true });
	fs.cpSync(path.join(source, 'tests/fixtures/mini'), root, { recursive: true });
	git('init', '-q', '.');
	git('add', '-A');
	git('commit', '-q', '-m', 'start');
}

function warn() {
	start();
	change('items/dz/dz-0001.yaml', [/^limit: .*/m, 'limit: 尽快']);
}

function waive() {
	warn();
	fs.appendFileSync(path.join(root, 'items/dz/dz-0001.yaml'),
		'waive:\n- {rule: limit-unreadable, reason: "待定, 100%: <等>", by: 张某, date: 2026-11-01, until: 2026-12-31}\n');
}

function break_() {
	waive();
	write('items/dz/a,b:c% #.yaml', 'id: x\n');
	write('documents/2018/00/2018-00009.yaml', 'title: "甲\n');
	write('documents/2018/00/2018-00010.yaml', '标题：甲\n');
	// Signs of every form in texts, and characters of one to four bytes before the place.
	change('units/dz.yaml', [/^name: .*/m, 'name: "a,b: 100% ]]> <&> # TODO \\\\ 𠀀"']);
	let more = '"𠀀\\u001b[31m%0A::error::,:": 1\n';
	for (let i = 0; i < 14; i++)
		more += `unknown-${i}: {甲: "x"}\n`;
	fs.appendFileSync(path.join(root, 'units/dz.yaml'), more);
	for (let i = 20; i < 34; i++)
		fs.cpSync(path.join(root, 'items/dz/dz-0001.yaml'), path.join(root, `items/dz/dz-00${i}.yaml`));
	for (let i = 20; i < 34; i++)
		change(`items/dz/dz-00${i}.yaml`, [/^id: .*/m, `id: dz-00${i}`], [/^title: .*/m, `title: 要点${i}`],
			[/^stage: .*\n/m, ''], [/^waive:\n.*\n/m, '']);
}

const states = { start, warn, waive, break_ };

// ---- the readers ----

const findingsOf = (json) => json.findings.map((f) => ({ ...f, whole: `catalogue/${f.path}` }));
const worstFirst = { error: 0, warning: 1, info: 2 };

function expected(json) {
	return findingsOf(json).map((f, at) => ({ f, at }))
		.sort((a, b) => worstFirst[a.f.severity] - worstFirst[b.f.severity] || a.at - b.at).map(({ f }) => f);
}

function ajvOf(file, Kind) {
	const schema = JSON.parse(fs.readFileSync(file, 'utf8'));
	// A pattern of the OASIS schema is none in the Unicode mode of JavaScript.
	const ajv = new Kind({ allErrors: true, strict: false, unicodeRegExp: Kind !== Ajv });
	addFormats(ajv);
	// Draft 4 calls $id id; of its keywords the schema of SARIF uses none that has changed since.
	delete schema.id;
	if (Kind === Ajv)
		delete schema.$schema;
	const validate = ajv.compile(schema);
	return (value) => assert.ok(validate(value), JSON.stringify(validate.errors, null, 1));
}

const isSarif = ajvOf(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), Ajv);
const isJson = ajvOf(path.join(source, 'schemas/output/validate.schema.json'), Ajv2020);

function sarif(text, json) {
	const log = JSON.parse(text);
	isSarif(log);
	const [sarifRun] = log.runs;
	const { rules } = sarifRun.tool.driver;
	const want = expected(json).concat(json.waived.map((f) => ({ ...f, whole: `catalogue/${f.path}` })));
	assert.strictEqual(sarifRun.columnKind, 'unicodeCodePoints');
	assert.strictEqual(sarifRun.results.length, want.length);
	assert.deepStrictEqual([...new Set(rules.map((r) => r.id))].sort(), [...new Set(want.map((f) => f.rule))].sort());
	// The other language has the same rules, in its own words.
	const [other] = sarifRun.translations;
	assert.strictEqual(sarifRun.tool.driver.language, 'en');
	assert.strictEqual(other.language, 'zh-CN');
	assert.deepStrictEqual(other.rules.map((r) => r.id), rules.map((r) => r.id));
	const levels = { error: 'error', warning: 'warning', info: 'note' };
	sarifRun.results.forEach((result, i) => {
		const f = want[i];
		const { artifactLocation, region } = result.locations[0].physicalLocation;
		assert.strictEqual(result.ruleId, f.rule);
		assert.strictEqual(rules[result.ruleIndex].id, f.rule);
		assert.ok(rules[result.ruleIndex].help.text);
		assert.strictEqual(result.level, levels[f.severity]);
		assert.strictEqual(decodeURIComponent(artifactLocation.uri), f.whole);
		assert.strictEqual(sarifRun.artifacts[artifactLocation.index].location.uri, artifactLocation.uri);
		assert.ok(sarifRun.originalUriBaseIds[artifactLocation.uriBaseId]);
		assert.deepStrictEqual(region, { startLine: f.line, startColumn: f.column });
		assert.deepStrictEqual(Object.values(result.partialFingerprints), [f.fingerprint]);
		assert.strictEqual(result.suppressions ? result.suppressions.length : 0, f.waiver ? 1 : 0);
		// Columns count code points: the place lies in the line, or right behind it.
		const lines = fs.readFileSync(path.join(top, f.whole), 'utf8').split('\n');
		assert.ok(region.startLine <= lines.length && region.startColumn <= [...lines[region.startLine - 1]].length + 1);
	});
}

function gitlab(text, json) {
	const severities = { error: ['major', 'blocker'], warning: ['minor'], info: ['info'] };
	const issues = JSON.parse(text);
	const want = expected(json);
	assert.strictEqual(issues.length, want.length);
	assert.strictEqual(new Set(issues.map((i) => i.fingerprint)).size, issues.length);
	issues.forEach((issue, i) => {
		assert.deepStrictEqual(Object.keys(issue), ['description', 'check_name', 'fingerprint', 'severity', 'location']);
		assert.ok(issue.description.startsWith(want[i].text));
		assert.strictEqual(issue.check_name, want[i].rule);
		assert.ok(severities[want[i].severity].includes(issue.severity));
		assert.deepStrictEqual(issue.location, { path: want[i].whole, lines: { begin: want[i].line } });
	});
}

// One line as the runner reads it: ::NAME KEY=VALUE,…::MESSAGE.
function command(line) {
	const end = line.indexOf('::', 2);
	assert.ok(line.startsWith('::') && end > 0, line);
	const head = line.slice(2, end);
	const blank = head.indexOf(' ');
	const properties = {};
	const plain = (s) => s.replace(/%0D/g, '\r').replace(/%0A/g, '\n');
	for (const pair of blank < 0 ? [] : head.slice(blank + 1).split(',')) {
		const [key, ...value] = pair.split('=');
		properties[key] = plain(value.join('=')).replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%');
	}
	return { name: blank < 0 ? head : head.slice(0, blank), properties,
		message: plain(line.slice(end + 2)).replace(/%25/g, '%') };
}

function github(text, json) {
	const lines = text.split('\n');
	assert.strictEqual(lines.pop(), '');
	const commands = lines.map(command);
	const names = { error: 'error', warning: 'warning', info: 'notice' };
	const count = (name) => commands.filter((c) => c.name === name).length;
	for (const name of Object.values(names))
		assert.ok(count(name) <= 10, `${count(name)} of ${name}`);
	const want = expected(json);
	const last = commands[commands.length - 1];
	const leftOut = last && !last.properties.file ? Number(/^\d+/.exec(commands.pop().message)[0]) : 0;
	assert.strictEqual(commands.length + leftOut, want.length);
	const seen = { error: 0, warning: 0, info: 0 };
	for (const c of commands) {
		const severity = Object.keys(names).find((s) => names[s] === c.name);
		const f = want.filter((w) => w.severity === severity)[seen[severity]++];
		assert.deepStrictEqual(c.properties, { file: f.whole, line: String(f.line), col: String(f.column),
			title: `${f.title || f.path}${f.label ? ` · ${f.label}` : ''} [${f.rule}]` });
		assert.strictEqual(c.message, f.hint ? `${f.text}\n${f.hint}` : f.text);
	}
	// None of the worse is left out for a milder one.
	for (const severity of ['error', 'warning'])
		assert.strictEqual(seen[severity], Math.min(10, want.filter((f) => f.severity === severity).length));
}

function junit(text, json) {
	const file = path.join(work, 'junit.xml');
	fs.writeFileSync(file, text);
	execFileSync('xmllint', ['--noout', '--schema', path.join(source, 'tests/output/junit.xsd'), file], { stdio: 'pipe' });
	const number = (xpath) => Number(execFileSync('xmllint', ['--xpath', `number(${xpath})`, file]));
	const cases = json.findings.length + json.waived.length;
	assert.strictEqual(number('count(//testcase)'), cases || 1);
	assert.strictEqual(number('/testsuites/@tests'), cases || 1);
	assert.strictEqual(number('/testsuites/@failures'), json.counts.error);
	assert.strictEqual(number('count(//failure)'), json.counts.error);
	assert.strictEqual(number('/testsuites/@skipped'), json.counts.waived);
	assert.strictEqual(number('count(//skipped)'), json.counts.waived);
}

function tap(text, json) {
	const file = path.join(work, 'tap');
	fs.writeFileSync(file, text);
	const { stdout } = spawnSync('prove', ['-v', '-e', 'cat', file], { encoding: 'utf8' });
	assert.doesNotMatch(stdout, /Parse errors/, stdout);
	assert.strictEqual((stdout.match(/^not ok .*# TODO /gm) || []).length, json.counts.warning + json.counts.info);
	const failed = /Failed: (\d+)\)/.exec(stdout);
	assert.strictEqual(failed ? Number(failed[1]) : 0, json.counts.error, stdout);
}

function short(text, json) {
	const want = expected(json).map((f) => `${f.path}:${f.line}:${f.column}: ${f.severity}: `);
	const lines = text.split('\n');
	assert.strictEqual(lines.pop(), '');
	assert.strictEqual(lines.length, want.length);
	lines.forEach((line, i) => {
		assert.ok(line.startsWith(want[i]) && line.endsWith(` [${expected(json)[i].rule}]`), line);
		assert.doesNotMatch(line, /[\0-\x1f\x7f-\x9f]/);
	});
}

function text_(text, json) {
	short(text.split('\n').filter((line) => !line.startsWith('    ')).join('\n'), json);
	assert.doesNotMatch(text.replace(/\n/g, ''), /[\0-\x1f\x7f-\x9f]/);
}

const readers = { text: text_, short, json: (text) => isJson(JSON.parse(text)), sarif, junit, tap, github, gitlab };

let passed = 0;
for (const [name, make] of Object.entries(states)) {
	make();
	const first = run('-f', 'json');
	const json = JSON.parse(first.out);
	for (const [form, read] of Object.entries(readers)) {
		const { status, out } = run('-f', form);
		try {
			assert.strictEqual(status, json.counts.error ? 1 : 0);
			read(out, json);
			passed++;
		} catch (e) {
			console.log(`${name}: ${form}: ${e.stack}`);
			process.exitCode = 1;
		}
	}
	// All at once, into files: the same bytes.
	const files = Object.keys(readers).map((form) => `${form}=${path.join(work, `out.${form}`)}`);
	assert.strictEqual(run(...files.flatMap((f) => ['-f', f])).status, first.status);
	for (const form of Object.keys(readers)) {
		assert.strictEqual(fs.readFileSync(path.join(work, `out.${form}`), 'utf8'), run('-f', form).out, form);
		passed++;
	}
}
// The states are what they are meant to be.
const counts = JSON.parse(run('-f', 'json').out).counts;
assert.ok(counts.error > 10 && counts.warning > 10 && counts.info > 10 && counts.waived === 1, JSON.stringify(counts));
console.log(`${passed} readings passed`);
