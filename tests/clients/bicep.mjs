// Syntax of Bicep files by tree-sitter's grammar: node bicep.mjs FILE…
// Prints a line for each place that does not parse. Types, names and API versions are the compiler's business, not this grammar's.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Language, Parser } from 'web-tree-sitter'

// The package's own entry point wants a native module; the same grammar lies beside it as WebAssembly.
const folder = dirname(createRequire(import.meta.url).resolve('tree-sitter-bicep/package.json'))
await Parser.init()
const parser = new Parser()
parser.setLanguage(await Language.load(join(folder, 'tree-sitter-bicep.wasm')))

const faults = (node) =>
  node.isError || node.isMissing ? [node] : node.hasError ? node.children.flatMap(faults) : []

for (const file of process.argv.slice(2)) {
  for (const fault of faults(parser.parse(readFileSync(file, 'utf8')).rootNode)) {
    const { row, column } = fault.startPosition
    console.log(`${file}:${row + 1}:${column + 1}: ${fault.isMissing ? 'missing' : 'cannot read'} ${fault.isMissing ? fault.type : fault.text.slice(0, 60)}`)
  }
}
