import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** Every address of a finished site, but for the short ones, which only lead on. */
export function addressesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html') && !/^(s\/|404|_)/.test(file))
    .map((file) => `/${file.slice(0, -'index.html'.length)}`)
    .sort()
}

/** What is wrong with the layout of a page as it stands, in words; nothing when all is well. */
export function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // the sources are laid out when a reader comes near, and keep their size from then on
    for (const place of [document.querySelector('.sources'), document.body]) {
      place?.scrollIntoView()
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    }
    const faults: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth)
      faults.push(`scrolls sideways: ${root.scrollWidth} of ${root.clientWidth} px`)

    const name = (element: Element | null) =>
      `<${element?.localName} class="${element?.getAttribute('class') ?? ''}"> “${element?.textContent?.trim().slice(0, 40)}”`
    const shown = (element: Element) =>
      !element.closest('.vh, .skip') && element.checkVisibility({ visibilityProperty: true })

    // text that runs out of the page, or over other text
    const boxes: {
      top: number
      bottom: number
      left: number
      right: number
      node: Node
      block: Element | null
    }[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement
      if (!node.nodeValue?.trim() || !parent || !shown(parent)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const { top, bottom, left, right } of range.getClientRects()) {
        if (right - left < 1) continue
        if (right > root.clientWidth + 1 || left < 0) faults.push(`runs out of the page: ${name(parent)}`)
        // letters fill about the middle of the box of a line
        const inset = (bottom - top) * 0.25
        boxes.push({
          top: top + inset,
          bottom: bottom - inset,
          left: left + 1,
          right: right - 1,
          node,
          block: parent,
        })
      }
    }
    boxes.sort((a, b) => a.top - b.top)
    boxes.forEach((box, index) => {
      for (let next = index + 1; next < boxes.length; next++) {
        const other = boxes[next]
        if (!other || other.top >= box.bottom) break
        if (other.node !== box.node && other.left < box.right && box.left < other.right)
          faults.push(`lies over other text: ${name(box.block)} and ${name(other.block)}`)
      }
    })

    // what can be pressed; links and numbers inside a sentence are excepted, as in WCAG
    for (const target of document.querySelectorAll('a[href], button, summary, select, textarea, input')) {
      if (!shown(target) || target.matches('.claim, .term')) continue
      const box = (target.closest('label') ?? target).getBoundingClientRect()
      const inSentence = getComputedStyle(target).display === 'inline'
      if (!inSentence && (box.height < 43.5 || (box.width < 43.5 && !target.matches('a'))))
        faults.push(
          `is a small target, ${Math.round(box.width)} by ${Math.round(box.height)}: ${name(target)}`,
        )
    }
    return [...new Set(faults)]
  })
}

/** How many characters stand on the full lines of running text: on average, and at most. */
export function charactersPerLine(page: Page): Promise<{ average: number; most: number; line: string }> {
  return page.evaluate(() => {
    const full: string[] = []
    for (const block of document.querySelectorAll('main :is(p, li, dd, td)')) {
      if (
        !block.checkVisibility() ||
        block.querySelector('p, li, td') ||
        block.closest('.note, .slip, .sources')
      )
        continue
      const lines = new Map<number, string>()
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        if (node.parentElement?.closest('.vh, sup')) continue
        for (const { 0: word, index } of node.nodeValue?.matchAll(/\S+\s*/g) ?? []) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + word.trimEnd().length)
          const middle = range.getBoundingClientRect()
          const line = Math.round((middle.top + middle.bottom) / 8)
          lines.set(line, (lines.get(line) ?? '') + word)
        }
      }
      full.push(...[...lines.values()].slice(0, -1).map((line) => line.trim()))
    }
    const longest = full.reduce((most, line) => (line.length > most.length ? line : most), '')
    return {
      average: full.reduce((sum, { length }) => sum + length, 0) / (full.length || 1),
      most: longest.length,
      line: longest,
    }
  })
}
