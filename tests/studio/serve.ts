import { startDevelopment } from '../../scripts/next-dev'
import { content, makeEdited } from './edited'

makeEdited()
process.env.CONTENT_ROOT = content
process.env.TODAY = '2026-11-21'
startDevelopment('3104', [], () => {})
