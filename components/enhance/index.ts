import { goToAnswers } from './answers'
import { closeContents } from './contents'
import { sayOverdue } from './overdue'
import { openShareMenus } from './share'
import { addToMyVisit } from './visit'

// What script adds to pages that work without it. Each one looks for its own part of the page and does nothing without it.
const enhancements = [closeContents, goToAnswers, openShareMenus, sayOverdue, addToMyVisit]

for (const enhance of enhancements) enhance(document)
