import type { Browser } from '@playwright/test'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'

const site = 'http://paper.test'
const reader = 'node_modules/unpdf/dist/pdfjs.mjs'

/** The words on each sheet of a printed PDF, with single spaces between them. */
export async function sheetsOf(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
  return text.map((sheet) => sheet.replace(/\s+/g, ' '))
}

/** What the code on a sheet of a printed PDF says, as a camera would read it; sheets count from 1. */
export async function codeOn(browser: Browser, pdf: Buffer, sheet = 1): Promise<string | undefined> {
  const page = await browser.newPage({ javaScriptEnabled: true })
  await page.route(`${site}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<canvas></canvas>' })
    if (pathname === '/reader.mjs') return route.fulfill({ contentType: 'text/javascript', path: reader })
    return route.fulfill({ body: pdf })
  })
  await page.goto(site)
  const picture = await page.evaluate(
    async ([address, number]) => {
      const { getDocument } = await import(`${address}/reader.mjs`)
      const drawn = await (await getDocument({ url: `${address}/file.pdf` }).promise).getPage(number)
      const viewport = drawn.getViewport({ scale: 2 })
      const canvas = document.querySelector('canvas') as HTMLCanvasElement
      Object.assign(canvas, { width: viewport.width, height: viewport.height })
      await drawn.render({ canvas, viewport }).promise
      return canvas.toDataURL()
    },
    [site, sheet] as const,
  )
  await page.close()
  const png = Buffer.from(picture.split(',')[1] ?? '', 'base64')
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  // the library says “default” in one way to Node and in another to TypeScript
  const read = (jsQR as unknown as { default?: typeof jsQR }).default ?? jsQR
  return read(new Uint8ClampedArray(data), info.width, info.height)?.data
}
