import fc from 'fast-check'
import t from 'tap'
import { endingOf, fileName } from '../src/attachments/file-name.ts'

t.test('the name of a file', async t => {
  for (const [given, kept] of [
    ['现场照片.jpg', '现场照片.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\chen\\报告.docx', '报告.docx'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie_ x.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['零\u200B宽\uFEFF.png', '零宽.png'],
    ['"><script>alert(1)</script>.png', 'script_.png'],
    ['...', '附件'],
    ['', '附件'],
    ['.htaccess', 'htaccess'],
    ['NUL\u0000.txt', 'NUL.txt'],
    ['half \ud800.txt', 'half \ufffd.txt']
  ] as const)
    t.test(`${JSON.stringify(given)} is kept as ${kept}`, async t => t.equal(fileName(given), kept))

  t.test('loses its middle when it is long, not its ending', async t => {
    const kept = fileName(`${'长'.repeat(300)}.docx`)
    t.equal(kept.length, 200)
    t.match(kept, /长\.docx$/)
    t.equal(fileName(`${'😀'.repeat(150)}.png`).isWellFormed(), true)
  })

  t.test('is a name whatever was given, and stays what it is', async () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), given => {
        const name = fileName(given)
        return (
          name.length >= 1 &&
          name.length <= 200 &&
          !/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(name) &&
          fileName(name) === name
        )
      })
    )
  })

  t.test('ends as it says', async t => {
    t.equal(endingOf('报告.DOCX'), 'docx')
    t.equal(endingOf('报告'), '')
    t.equal(endingOf('a.b.pdf'), 'pdf')
  })
})
