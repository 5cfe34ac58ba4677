import { formatFinding, stopsTheBuild } from '../lib/content/finding'
import { readLibrary } from '../lib/content'

const library = await readLibrary()
for (const finding of library.findings) console.log(formatFinding(finding))
console.log(`${library.articles.length} articles, ${library.findings.length} findings`)
process.exitCode = stopsTheBuild(library.findings) ? 1 : 0
