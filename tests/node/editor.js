'use strict';
// What an editor with yaml-language-server shows of a record: keys and values to choose from, what
// they mean in Chinese, and what is wrong.  usage: editor.js SOURCE-DIRECTORY
const { spawn } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { pathToFileURL } = require('url');

const source = process.argv[2];
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'gk-editor-'));
const server = spawn(process.execPath, [require.resolve('yaml-language-server/bin/yaml-language-server'), '--stdio'],
	{ stdio: ['pipe', 'pipe', 'ignore'] });
const waiting = new Map();
const diagnostics = new Map();
let said = Buffer.alloc(0);
let last = 0;
let bad = 0;

// ---- the protocol: a header with the length, and JSON ----

function send(message) {
	const text = JSON.stringify({ jsonrpc: '2.0', ...message });
	server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}

function ask(method, params) {
	const id = ++last;
	send({ id, method, params });
	return new Promise((resolve) => waiting.set(id, resolve));
}

function take(message) {
	if (message.method === 'textDocument/publishDiagnostics') {
		diagnostics.set(message.params.uri, message.params.diagnostics);
		const resolve = waiting.get(message.params.uri);
		if (resolve)
			resolve(message.params.diagnostics);
	} else if (message.method && message.id !== undefined) {
		// The server asks for its configuration: one answer for each section.
		send({ id: message.id, result: message.params && message.params.items ? message.params.items.map(() => ({})) : null });
	} else if (waiting.has(message.id)) {
		waiting.get(message.id)(message.result);
	}
}

server.stdout.on('data', (data) => {
	said = Buffer.concat([said, data]);
	for (;;) {
		const head = said.indexOf('\r\n\r\n');
		const length = head < 0 ? null : /Content-Length: (\d+)/.exec(said.subarray(0, head).toString());
		if (!length || said.length < head + 4 + Number(length[1]))
			return;
		const end = head + 4 + Number(length[1]);
		take(JSON.parse(said.subarray(head + 4, end).toString()));
		said = said.subarray(end);
	}
});

// ---- records in an editor ----

const modeline = '# yaml-language-server: $schema=../../schemas/item.schema.json\n';

/** Opens a text with | where the cursor is; gives what to ask with, and the diagnostics. */
async function open(name, marked) {
	const text = marked.replace('|', '');
	const before = marked.slice(0, marked.indexOf('|')).split('\n');
	const uri = pathToFileURL(path.join(root, 'items/mz', name)).href;
	const told = new Promise((resolve) => waiting.set(uri, resolve));
	fs.mkdirSync(path.join(root, 'items/mz'), { recursive: true });
	fs.writeFileSync(path.join(root, 'items/mz', name), text);
	send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
	const wrong = await told;
	return { wrong, at: { textDocument: { uri }, position: { line: before.length - 1, character: before[before.length - 1].length } } };
}

async function complete(name, marked) {
	const { at } = await open(name, marked);
	const answer = await ask('textDocument/completion', at);
	return answer.items || answer;
}

function check(truth, text, seen) {
	if (truth)
		return;
	bad++;
	console.log(`${text}: ${JSON.stringify(seen).slice(0, 600)}`);
}

const labels = (items) => items.map((item) => item.label);
const documentation = (item) => (item && item.documentation && (item.documentation.value || item.documentation)) || '';

async function completions() {
	const keys = await complete('mz-0001.yaml', `${modeline}id: mz-0001\nlim|\n`);
	check(labels(keys).includes('limit'), 'the keys of an item are offered', labels(keys));
	check(documentation(keys.find((key) => key.label === 'limit')).includes('信息形成或者变更之日起20个工作日内'), 'a key is explained in Chinese', keys);
	const codes = await complete('mz-0002.yaml', `${modeline}id: mz-0002\nnature: |\n`);
	check(labels(codes).includes('service') && labels(codes).includes('enforcement'), 'the values of a choice are offered', labels(codes));
	check(documentation(codes.find((code) => code.label === 'service')).includes('办事服务'), 'a value is explained in Chinese', codes);
	const inside = await complete('mz-0003.yaml', `${modeline}id: mz-0003\nelements:\n  |\n`);
	check(['basis', 'duty', 'conditions', 'procedure', 'discipline', 'result'].every((key) => labels(inside).includes(key)), 'the six elements are offered', labels(inside));
	const attribute = await complete('mz-0004.yaml', `${modeline}id: mz-0004\ndisclosure: {attribute: |}\n`);
	check(labels(attribute).includes('on-request'), 'the values inside a group are offered', labels(attribute));
	const acts = await complete('mz-0005.yaml', `${modeline}id: mz-0005\nevents:\n- date: 2018-07-04\n  act: |\n`);
	check(labels(acts).includes('publish') && !labels(acts).includes('repeal'), 'the acts that an item has are offered', labels(acts));
	const members = await complete('mz-0006.yaml', `${modeline}id: mz-0006\nevents:\n- act: publish\n  ch|\n`);
	check(labels(members).includes('channel') && !labels(members).includes('verdict'), 'what belongs to the act is offered', labels(members));
}

async function hovers() {
	const { at } = await open('mz-0007.yaml', `${modeline}id: mz-0007\nfreq|uency: monthly\n`);
	const hover = await ask('textDocument/hover', at);
	const text = JSON.stringify(hover);
	check(text.includes('公开频次') && text.includes('每月'), 'a key tells its name and values', hover);
}

async function marks() {
	const wrongs = [
		['nature: servise\n', '', 'Value is not accepted'],
		['created: 2018-13-01\n', '', '日期写成 2018-07-04 这样'],
		['titel: 甲\n', '', 'titel'],
		['title: 12\n', '', 'Incorrect type'],
		['unit: 民政办\n', '', '不是这类记录的编号'],
	];
	for (const [i, [lines, , text]] of wrongs.entries()) {
		const { wrong } = await open(`mz-010${i}.yaml`, `${modeline}id: mz-010${i}\n${lines}|`);
		check(wrong.length === 1 && wrong[0].message.includes(text) && wrong[0].range.start.line === 2, `${lines.trim()} is marked`, wrong);
	}
	const draft = await open('mz-0200.yaml', `${modeline}id: mz-0200\ntitle: 甲\nunit:\n|`);
	check(draft.wrong.length === 0, 'a draft may miss things', draft.wrong);
	const good = fs.readFileSync(path.join(source, 'catalogue/items/mz/mz-0003.yaml'), 'utf8');
	const whole = await open('mz-0003.yaml', `${modeline}${good}|`);
	check(whole.wrong.length === 0, 'a good record is not marked', whole.wrong);
	const empty = await open('mz-0201.yaml', `${modeline}${good.replace(/\n  result: .*/, '\n  result: 待定')}|`);
	check(empty.wrong.some((one) => one.message.includes('占位词')), 'a placeholder is marked', empty.wrong);
}

async function main() {
	fs.mkdirSync(path.join(root, 'schemas'));
	fs.copyFileSync(path.join(source, 'schemas/item.schema.json'), path.join(root, 'schemas/item.schema.json'));
	await ask('initialize', { processId: process.pid, rootUri: pathToFileURL(root).href, capabilities: {
		textDocument: { completion: { completionItem: { documentationFormat: ['markdown'], snippetSupport: true } }, hover: { contentFormat: ['markdown'] } } } });
	send({ method: 'initialized', params: {} });
	send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml: { schemaStore: { enable: false }, completion: true, hover: true, validate: true } } } });
	await completions();
	await hovers();
	await marks();
	server.kill();
	fs.rmSync(root, { recursive: true });
	process.exitCode = bad ? 1 : 0;
}

setTimeout(() => {
	console.log('the language server does not answer');
	server.kill();
	process.exit(1);
}, 300000).unref();
main();
