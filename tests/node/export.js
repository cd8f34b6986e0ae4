'use strict';
// What gk export takes along as JSON, by the schemas: the document by that of schemas/output, whole records by
// those of their kinds; and what is internal is nowhere in what leaves the office.
// usage: export.js SOURCE-DIRECTORY GK
const assert = require('assert');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { execFileSync } = require('child_process');
const Ajv2020 = require('ajv/dist/2020');
const addFormats = require('ajv-formats');

const source = fs.realpathSync(process.argv[2]);
const gk = fs.realpathSync(process.argv[3]);
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'gk-export-'));
process.on('exit', () => fs.rmSync(work, { recursive: true, force: true }));
const root = path.join(work, 'catalogue');
const env = { PATH: process.env.PATH, HOME: work, LC_ALL: 'C', GK_TODAY: '2026-11-20', GK_FSYNC: '0',
	GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_NAME: '张某', GIT_AUTHOR_EMAIL: 'zhang@example.invalid',
	GIT_COMMITTER_NAME: '张某', GIT_COMMITTER_EMAIL: 'zhang@example.invalid' };
fs.cpSync(path.join(source, 'catalogue'), root, { recursive: true });
for (const args of [['init', '-q', '.'], ['add', '-A'], ['commit', '-q', '-m', 'start']])
	execFileSync('git', args, { cwd: root, env });

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
const read = (name) => JSON.parse(fs.readFileSync(path.join(source, 'schemas', name), 'utf8'));
const fitsDocument = ajv.compile(read('output/export.schema.json'));

function run(...args) {
	return execFileSync(gk, ['export', '-q', ...args], { cwd: root, env, encoding: 'utf8', maxBuffer: 1 << 28 });
}

const whole = JSON.parse(run('--internal', '--format=json', '-'));
assert.ok(fitsDocument(whole), ajv.errorsText(fitsDocument.errors));
assert.ok(whole.records.length > 190);
const fits = {};
for (const { kind, record } of whole.records) {
	fits[kind] ??= ajv.compile(read(`${kind}.schema.json`));
	// gk-catalogue(5): the one catalogue.yaml, and reports, need not say their id.
	assert.ok(fits[kind](record), `${kind} ${record.id}: ${ajv.errorsText(fits[kind].errors)}`);
}
assert.deepStrictEqual(Object.keys(fits).sort(),
	['catalogue', 'category', 'channel', 'document', 'item', 'report', 'unit']);

const open = JSON.parse(run('--format=json', '-'));
assert.ok(fitsDocument(open), ajv.errorsText(fitsDocument.errors));
assert.ok(open.records.length < whole.records.length);
const internal = ['note', 'created', 'entered-by', 'waive', 'base', 'approval', 'clerk', 'leader', 'admin', 'owner', 'people'];
for (const { record } of open.records)
	for (const key of internal)
		assert.ok(!(key in record), `${record.id}: ${key} has left the office`);
assert.ok(!/"act":"clear"/.test(JSON.stringify(open)), 'a clearance has left the office');

// A record a line is the same records.
const lines = run('--format=ndjson', '-').trimEnd().split('\n').map((line) => JSON.parse(line));
assert.deepStrictEqual(lines, open.records);
console.log(`${whole.records.length} records whole, ${open.records.length} public`);
