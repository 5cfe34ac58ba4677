import { expect, test } from 'vitest'
import { isFormatted, markdownFrom } from '@/lib/studio/paste'

test('a text from Word becomes headings, lists, bold and links', () => {
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal {margin:0cm}</style></head>
<body lang=EN-US><!--StartFragment--><h1><span style='mso-fareast-font-family:"Times New Roman"'>Side effects<o:p></o:p></span></h1>
<p class=MsoNormal>Most people feel <b>tired</b> at
first.<o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Nausea</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>Poor <i>sleep</i></p>
<p class=MsoNormal>See <a href="https://www.nimh.nih.gov/">NIMH</a>.</p><!--EndFragment--></body></html>`
  expect(isFormatted(html)).toBe(true)
  expect(markdownFrom(html)).toBe(
    '## Side effects\n\nMost people feel **tired** at first.\n\n- Nausea\n- Poor *sleep*\n\nSee [NIMH](https://www.nimh.nih.gov/).',
  )
})

test('a text from Google Docs is not bold as a whole', () => {
  const html = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-size:16pt;font-weight:400">Steps</span></h2><ol><li dir="ltr"><p dir="ltr"><span style="font-weight:400">Call us.</span></p></li><li dir="ltr"><p dir="ltr"><span style="font-weight:700">Come in.</span></p></li></ol><br><p dir="ltr"><span style="font-style:italic">Soon</span></p></b>`
  expect(markdownFrom(html)).toBe('## Steps\n\n1. Call us.\n2. **Come in.**\n\n*Soon*')
})

test('a table stays a table', () => {
  const html =
    '<table><tr><td><p>Name</p></td><td><p>Dose</p></td></tr><tr><td><p>A</p></td><td><p>10 mg</p></td></tr></table>'
  expect(markdownFrom(html)).toBe('| Name | Dose  |\n| ---- | ----- |\n| A    | 10 mg |')
})

test('pictures, styles, scripts, forms and odd links are left out, their words stay', () => {
  const html =
    '<p>One<img src="https://example.org/a.png" onerror="alert(1)"><script>alert(1)</script> <a href="javascript:alert(1)">two</a> <a href="#_ftn1">three</a></p><form><input value=x></form>'
  expect(markdownFrom(html)).toBe('One two three')
})

test('signs that mean something in an article are made plain', () => {
  expect(markdownFrom('<p>For ages &lt;18, take {one} * daily</p>')).toBe(
    'For ages \\<18, take \\{one} \\* daily',
  )
})

test('what comes from a text editor is not changed', () => {
  expect(
    isFormatted(
      '<div style="font-family: Menlo, monospace; white-space: pre;"><div><span>**a**</span></div></div>',
    ),
  ).toBe(false)
  expect(isFormatted('<meta charset="utf-8"><span>only words</span>')).toBe(false)
})
