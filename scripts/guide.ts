import { readFileSync, writeFileSync } from 'node:fs'
import { withTables } from '../lib/studio/guide'

const guide = 'content/README.md'
writeFileSync(guide, withTables(readFileSync(guide, 'utf8')))
