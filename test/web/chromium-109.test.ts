import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { builtPage } from '../../dashboards/web/build/page.ts'
import { VIEWS } from '../../dashboards/web/src/data/views.ts'
import { newerInScript, newerInStyle } from './newer-than.ts'
import { openOldChromium } from './old-chromium.ts'
import { openWorld, seed } from './world.ts'

/** What libraries use where it is asked for, which we do not; each was looked at. */
const NOT_REACHED = ['.startViewTransition (111)'] // React, of <ViewTransition>

/** antd: the line between two filled buttons that touch, of a kind that the page has not. */
const NOT_DRAWN = /--ant-btn-compact-connect-border-color:color-mix\([^;}]*/g

t.test('the page for Chromium 109, the last for Windows 7', async t => {
  const assets = join(await builtPage(), 'assets')
  const files = (kind: string) =>
    readdirSync(assets)
      .filter(name => name.endsWith(kind))
      .map(name => [name, readFileSync(join(assets, name), 'utf8')] as const)
  const found = (all: ReturnType<typeof files>, newer: (source: string) => string[]) =>
    all
      .flatMap(([name, source]) => newer(source).map(what => `${name}: ${what}`))
      .filter(line => !NOT_REACHED.some(one => line.endsWith(one)))

  await t.test('has scripts that use nothing newer', async t => {
    const scripts = files('.js')
    t.ok(scripts.length > 10, `${scripts.length} scripts are read`)
    t.same(found(scripts, newerInScript), [])
  })

  await t.test('has styles that need nothing newer', async t => {
    const styles = files('.css')
    t.ok(styles.length > 3, `${styles.length} style sheets are read`)
    t.same(
      found(styles, source => newerInStyle(source.replaceAll(NOT_DRAWN, ''))),
      []
    )
  })

  await t.test('which would be noticed', async t => {
    t.same(newerInScript('const a = [2, 1].toSorted(); Promise.withResolvers(); new Map().values().map(x => x)'), [
      '.toSorted (110)',
      'Promise.withResolvers (119)',
      'values().map (122)'
    ])
    t.same(newerInScript('Object.values({}).map(x => x); [].sort()'), [])
    t.throws(() => newerInScript('using a = b'), SyntaxError)
    t.same(newerInStyle('.a { color: color-mix(in srgb, red, blue) }'), ['color-mix() (111)'])
    t.same(newerInStyle('.a { color: red; & .b { color: blue } }'), ['nesting (120)'])
    t.same(newerInStyle('@media (width >= 30px) { .a { color: red } } .b:has(.c) { inset: 0 }'), [])
  })
})

const packed = process.env.CHROMIUM_109
const skip = packed ? false : 'CHROMIUM_109 does not name the unpacked package @sparticuz/chromium@109.0.6'

t.test('every view in Chromium 109 itself', { skip }, async t => {
  const world = await openWorld(t)
  if (!world) return
  const { flood } = await seed(world)
  const { version, ask, evaluate, until, picture, complaints } = await openOldChromium(t, packed!)
  t.match(version, /Chrome\/109\./)
  await ask('Page.navigate', { url: world.url })
  await until('document.querySelector("input[type=password]") !== null')
  const credentials = JSON.stringify({ name: 'admin', password: world.password })
  const signsIn = `fetch('/api/session', {method: 'POST', headers: {'content-type': 'application/json'}, body: ${JSON.stringify(credentials)}}).then(({status}) => status)`
  t.equal(await evaluate(signsIn), 200)
  complaints.length = 0 // nobody was signed in before

  for (const view of VIEWS) {
    await ask('Page.navigate', { url: `${world.url}/?view=${view}` })
    await until('document.querySelector("header nav, nav, main h1, main section") !== null')
    await until('document.querySelector(".ant-spin-spinning, .ant-skeleton-active") === null')
    t.notMatch(await evaluate('document.body.innerText'), /页面出错了/, view)
  }
  await ask('Page.navigate', { url: `${world.url}/?ticket=${encodeURIComponent(flood.id)}` })
  await until('document.querySelector("textarea, [data-ticket][aria-current=true]") !== null')
  writeFileSync(join(import.meta.dirname, '../artefacts/chromium-109.png'), await picture())
  t.same(complaints, [])
})
