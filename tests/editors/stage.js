// Runs the extension as the editor does, on a stage: so much of the editor's interface as a language client asks for.
// Arguments: the folder of the extension, the program to start, a draft. Writes the first diagnostics as JSON.
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { pathToFileURL, fileURLToPath } = require("node:url");

const [folder, command, draft] = process.argv.slice(2);

const nothing = { dispose() {} };

class Uri {
  constructor(text) {
    const url = new URL(text);
    Object.assign(this, { text, scheme: url.protocol.slice(0, -1), path: url.pathname, fsPath: fileURLToPath(text) });
  }
  toString() {
    return this.text;
  }
  static parse(text) {
    return new Uri(text);
  }
  static file(name) {
    return new Uri(pathToFileURL(name).href);
  }
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(...places) {
    const [start, end] = places.length === 2 ? places : [new Position(...places.slice(0, 2)), new Position(...places.slice(2))];
    Object.assign(this, { start, end });
  }
}

class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
}

class EventEmitter {
  listeners = [];
  event = (listener) => {
    this.listeners.push(listener);
    return nothing;
  };
  fire(what) {
    this.listeners.forEach((listener) => listener(what));
  }
  dispose() {}
}

class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: () => nothing };
  cancel() {}
  dispose() {}
}

// What nobody here looks at: a class for a capital, a function that gives something to dispose of for all others.
function part(known) {
  return new Proxy(known, {
    get(parts, name) {
      if (name in parts || typeof name === "symbol") return parts[name];
      parts[name] = /^[A-Z]/.test(name) ? part(class {}) : () => nothing;
      return parts[name];
    },
  });
}

const document = {
  uri: Uri.file(draft),
  fileName: draft,
  languageId: "markdown",
  version: 1,
  isClosed: false,
  getText: () => fs.readFileSync(draft, "utf8"),
};

let found;
const diagnostics = new Promise((resolve) => (found = resolve));

const vscode = part({
  version: "1.85.0",
  Uri,
  Position,
  Range,
  Diagnostic,
  EventEmitter,
  CancellationTokenSource,
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  env: part({ appName: "stage", language: "en" }),
  workspace: part({
    textDocuments: [document],
    notebookDocuments: [],
    workspaceFolders: [{ uri: Uri.file(path.dirname(draft)), name: "drafts", index: 0 }],
    getConfiguration: () => ({ get: (name, otherwise) => (name === "command" ? command : otherwise) }),
    getWorkspaceFolder: () => undefined,
    createFileSystemWatcher: () => part({}),
  }),
  window: part({
    visibleTextEditors: [],
    createOutputChannel: () => part({ append() {}, appendLine: (line) => process.stderr.write(`${line}\n`) }),
    tabGroups: part({ all: [] }),
  }),
  languages: part({
    match: (selector, { uri, languageId }) =>
      [selector].flat().some((each) => each.language === languageId && (!each.scheme || each.scheme === uri.scheme)) ? 10 : 0,
    createDiagnosticCollection: () => part({ set: (uri, marks) => found({ uri: uri.toString(), marks }) }),
  }),
});

const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));

async function main() {
  const extension = require(folder);
  await extension.activate();
  const { uri, marks } = await diagnostics;
  process.stdout.write(JSON.stringify({ uri, marks }));
  await extension.deactivate();
}

main().then(
  () => process.exit(0),
  (trouble) => {
    process.stderr.write(`${trouble.stack}\n`);
    process.exit(1);
  },
);
