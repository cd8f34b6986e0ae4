'use strict';
// Mutants of good records: what ajv rejects by our schemas gk rejects at the same place, and what
// gk's rules of shape and elements reject ajv rejects; but for the exceptions below.
// usage: differential.js SOURCE-DIRECTORY FINDER
const { spawn } = require('child_process');
const YAML = require('yaml');
const judge = require('./judge');
const records = require('./records');
const { mutants, lexicalMark } = require('./mutants');

const [, , source, finder] = process.argv;
const SHARE = 4;
const LEAST = 5000;

// ---- places ----

/** "events[0].act" or "/events/0/act" as a list of keys. */
const fromDots = (text) => text.split(/\.|(?=\[)/).filter((key) => key !== '').map((key) => key.replace(/^\[(\d+)\]$/, '$1'));
const fromPointer = (text) => text.split('/').slice(1).map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'));

const isPrefix = (a, b) => a.length <= b.length && a.every((key, i) => key === b[i]);
/** The same, or one inside the other: of what is missing one says the group, the other the member. */
const isNear = (a, b) => isPrefix(a, b) || isPrefix(b, a);
const at = (value, way) => way.reduce((inner, key) => (inner && typeof inner === 'object' ? inner[key] : undefined), value);

// ---- what the two see differently (docs/editors.md tells it to people) ----

const exceptions = [
	{
		why: 'an empty text is an absent value to gk, whatever the field; the schema wants it left out',
		ajv: (error, findings, value) => at(value, error.way) === '',
	},
	{
		why: 'a misspelt key is told once by gk, not also as a missing field',
		ajv: (error, findings) => error.keyword === 'required' && findings.some((finding) =>
			finding.rule === 'field-unknown' && isPrefix(finding.way.slice(0, -1), error.way)),
	},
	{
		why: 'of a waiver gk names the first thing that it lacks',
		ajv: (error, findings) => ['required', 'not'].includes(error.keyword) && findings.some((finding) =>
			finding.rule === 'waiver-incomplete' && isPrefix(finding.way.slice(0, 2), error.way)),
	},
	{
		why: 'a schema does not know the path of the file',
		gk: (finding) => finding.rule === 'id-path',
	},
	{
		why: 'a schema does not know the names of the rules',
		gk: (finding) => finding.rule === 'rule-unknown' || finding.rule === 'rule-locked',
	},
	{
		why: 'null written as a word is null to a schema; gk wants nothing written or quotes',
		gk: (finding, value, mutant) => (mutant.raw === '~' || mutant.raw === 'null') && isNear(finding.way, mutant.way.map(String)),
	},
	{
		why: 'a schema sees the number, gk how it is written: 010 and 0x10 are not the same to every reader',
		gk: (finding, value) => finding.rule === 'number-invalid' && Number.isInteger(at(value, finding.way)),
	},
	{
		why: 'what was withdrawn, or cleared to be withheld, is no draft; a schema does not follow the order of events',
		gk: (finding, value) => finding.group === 'elements' && (value.events || []).some((event) => event &&
			(event.act === 'withdraw' || event.verdict === 'withhold' || event.verdict === 'request')),
	},
	{
		why: 'a schema cannot compare two values',
		gk: (finding) => finding.rule === 'element-repeated',
	},
];

function isException(side, ...what) {
	const exception = exceptions.find((one) => one[side] && one[side](...what));
	if (exception)
		exception.seen = (exception.seen || 0) + 1;
	return exception !== undefined;
}

// ---- ajv ----

/** Where an error is: at the key that is missing or too many, or at the value. */
function wayOf(error) {
	const way = fromPointer(error.instancePath);
	if (error.keyword === 'required')
		return [...way, error.params.missingProperty];
	if (error.keyword === 'additionalProperties')
		return [...way, error.params.additionalProperty];
	return way;
}

/** Of the branches of anyOf the one that was meant: it complains only of something inside. */
function settled(errors) {
	let left = errors.filter((error) => error.keyword !== 'if');
	for (const either of errors.filter((error) => error.keyword === 'anyOf')) {
		const inside = left.filter((error) => error !== either && error.schemaPath.startsWith(`${either.schemaPath}/`) &&
			error.instancePath.startsWith(either.instancePath));
		const branch = (error) => error.schemaPath.slice(either.schemaPath.length + 1).split('/')[0];
		const meant = [...new Set(inside.map(branch))].find((name) => inside.filter((error) => branch(error) === name)
			.every((error) => wayOf(error).length > fromPointer(either.instancePath).length));
		left = left.filter((error) => !inside.includes(error) || branch(error) === meant);
		if (meant !== undefined)
			left = left.filter((error) => error !== either);
	}
	return left;
}

// ---- gk ----

/** What gk finds in each, in one process: a list of { rule, group, severity, way }. */
function askGk(all) {
	return new Promise((resolve, reject) => {
		const child = spawn(finder, [], { stdio: ['pipe', 'pipe', 'inherit'] });
		const out = [];
		child.stdout.on('data', (data) => out.push(data));
		child.on('error', reject);
		child.on('close', (status) => {
			if (status !== 0)
				reject(new Error(`${finder} ended with ${status}`));
			resolve(answers(Buffer.concat(out).toString()));
		});
		for (const mutant of all) {
			child.stdin.write(`${mutant.record.kind} ${mutant.record.path} ${Buffer.byteLength(mutant.text)}\n`);
			child.stdin.write(`${mutant.text}\n`);
		}
		child.stdin.end();
	});
}

function answers(text) {
	const out = [[]];
	for (const line of text.split('\n')) {
		const [rule, group, severity, field] = line.split(' ');
		if (line === '.')
			out.push([]);
		else if (line)
			out[out.length - 1].push({ rule, group, severity, way: fromDots(field || '') });
	}
	out.pop();
	return out;
}

// ---- both ----

const counts = { exact: 0, inside: 0, bad: 0 };

function complain(mutant, text) {
	const { record, way, change, raw } = mutant;
	if (counts.bad++ < 40)
		console.log(`${record.fixture || record.path}: ${way.join('.')} ${change}${raw === undefined ? '' : ' as it stands'}: ${text}`);
}

function compare(mutant, value, errors, findings) {
	const rejected = findings.filter((finding) => finding.severity !== 'info');
	for (const error of errors) {
		if (rejected.some((finding) => finding.way.join('.') === error.way.join('.')))
			counts.exact++;
		else if (rejected.some((finding) => isNear(finding.way, error.way)))
			counts.inside++;
		else if (!isException('ajv', error, rejected, value))
			complain(mutant, `ajv alone finds ${error.way.join('.')} ${error.message}`);
	}
	for (const finding of rejected) {
		const ours = finding.group === 'shape' || finding.group === 'elements';
		if (ours && !errors.some((error) => isNear(error.way, finding.way)) && !isException('gk', finding, value, mutant))
			complain(mutant, `gk alone finds ${finding.rule} ${finding.way.join('.')}`);
	}
}

async function main() {
	const validators = judge.schemas(source);
	const good = [...records.ofCatalogue(`${source}/catalogue`), ...records.ofCatalogue(`${source}/tests/fixtures/mini`),
		...records.ofFixtures(source)].map((record) => ({ ...record, value: judge.parse(record.text) }));
	const all = [...mutants(good, SHARE)];
	for (const mutant of all)
		mutant.text = YAML.stringify(mutant.value, { version: '1.2', lineWidth: 0, nullStr: '' })
			.replace(lexicalMark, () => mutant.raw);
	const asked = askGk(all);
	const judged = all.map((mutant) => {
		const validate = validators[mutant.record.kind];
		const value = judge.parse(mutant.text);
		const errors = validate(value) ? [] : settled(validate.errors);
		return { value, errors: errors.map((error) => ({ ...error, way: wayOf(error) })) };
	});
	const found = await asked;
	if (found.length !== all.length)
		throw new Error(`${all.length} mutants, ${found.length} answers`);
	all.forEach((mutant, i) => compare(mutant, judged[i].value, judged[i].errors, found[i]));
	console.log(`${all.length} mutants of ${good.length} records; found by both ${counts.exact} times at the same place, ` +
		`${counts.inside} times one at a group and one inside it; ${counts.bad} times by one alone`);
	for (const exception of exceptions.filter((one) => !one.seen)) {
		console.log(`the exception no longer occurs: ${exception.why}`);
		counts.bad++;
	}
	if (all.length < LEAST) {
		console.log(`fewer than ${LEAST} mutants`);
		counts.bad++;
	}
	process.exitCode = counts.bad ? 1 : 0;
}

main();
