'use strict';
// Every schema compiles in ajv's strict mode, and every good record of the project fits its own.
// usage: schemas.js SOURCE-DIRECTORY
const judge = require('./judge');
const records = require('./records');

const source = process.argv[2];
const validators = judge.schemas(source);
const seen = {};
let bad = 0;

function check(record, where) {
	const validate = validators[record.kind];
	seen[record.kind] = (seen[record.kind] || 0) + 1;
	if (validate(judge.parse(record.text)))
		return;
	for (const error of validate.errors)
		console.log(`${where}: ${error.instancePath || '/'} ${error.message} (${error.schemaPath})`);
	bad++;
}

for (const catalogue of ['catalogue', 'tests/fixtures/mini'])
	for (const record of records.ofCatalogue(`${source}/${catalogue}`))
		check(record, `${catalogue}/${record.path}`);
for (const record of records.ofFixtures(source))
	check(record, `fixture ${record.fixture}`);
for (const kind of Object.keys(validators)) {
	if (seen[kind])
		continue;
	console.log(`no good record of kind ${kind} was seen`);
	bad++;
}
process.exitCode = bad ? 1 : 0;
