import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { addPicture } from '@/lib/studio/pictures'

const aFolder = () => mkdtempSync(join(tmpdir(), 'studio-'))
const plain = (width = 20) => sharp({ create: { width, height: 10, channels: 3, background: 'white' } })

test('a picture is put among the pictures under a name from its description, and never over another', async () => {
  const folder = aFolder()
  const bytes = await plain().png().toBuffer()
  expect(await addPicture(folder, bytes, 'Two people at a table')).toBe('/pictures/two-people-at-a-table.png')
  expect(await addPicture(folder, bytes, 'Two people at a table')).toBe(
    '/pictures/two-people-at-a-table-2.png',
  )
  expect(readdirSync(join(folder, 'pictures'))).toEqual([
    'two-people-at-a-table-2.png',
    'two-people-at-a-table.png',
  ])
})

test('what a camera writes into a picture is left out, and a very wide one is made smaller', async () => {
  const folder = aFolder()
  const bytes = await plain(4000)
    .withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toBuffer()
  expect((await sharp(bytes).metadata()).exif).toBeDefined()
  await addPicture(folder, bytes, 'A house')
  const { exif, width } = await sharp(readFileSync(join(folder, 'pictures/a-house.jpg'))).metadata()
  expect({ exif, width }).toEqual({ exif: undefined, width: 1600 })
})

test('a picture needs a description', async () => {
  await expect(addPicture(aFolder(), await plain().png().toBuffer(), '  ')).rejects.toThrow(
    'Say what the picture shows',
  )
})

test.each([
  ['a text', 'Hello'],
  ['a page', '<html><script>alert(1)</script></html>'],
  [
    'a drawing that can hold a program',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
  ],
])('%s is not a picture', async (_, text) => {
  await expect(addPicture(aFolder(), Buffer.from(text), 'A house')).rejects.toThrow(
    'not a picture the site can show',
  )
})
