'use strict';
// Another judge of records: ajv (draft 2020-12, formats on) over YAML read by the core schema.
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv/dist/2020');
const addFormats = require('ajv-formats');
const YAML = require('yaml');

/** The compiled schema of each kind, by name. */
function schemas(source) {
	// Properties of an "if" are those of the object around it.
	const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false,
		allowUnionTypes: true });
	addFormats(ajv);
	// What editors show: annotations.
	ajv.addVocabulary(['enumDescriptions', 'patternErrorMessage']);
	const out = {};
	const directory = path.join(source, 'schemas');
	for (const name of fs.readdirSync(directory).sort()) {
		const kind = /^(.*)\.schema\.json$/.exec(name);
		if (kind)
			out[kind[1]] = ajv.compile(JSON.parse(fs.readFileSync(path.join(directory, name), 'utf8')));
	}
	return out;
}

function parse(text) {
	return YAML.parse(text, { version: '1.2', schema: 'core', strict: true, uniqueKeys: true });
}

module.exports = { schemas, parse };
