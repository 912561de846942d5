import t from 'tap'
import { openHouse } from './house.ts'

t.test('the web app', async t => {
  const webRoot = t.testdir({
    'index.html': '<!doctype html><title>回音</title>',
    assets: { 'app-3f2a.js': 'start()', 'app-3f2a.js.gz': 'packed' }
  })
  const { app } = await openHouse(t, { settings: { demo: true, version: '0.1.0', webRoot } })
  const page = (url: string) => app.inject({ url, headers: { accept: 'text/html,*/*' } })

  t.test('answers every page’s address with itself, asked for anew each time', async t => {
    for (const url of ['/', '/tickets/weibo%2F1001%2Fa.b', '/alerts?x=1']) {
      const answer = await page(url)
      t.equal(answer.statusCode, 200, url)
      t.match(answer.body, /回音/)
      t.equal(answer.headers['cache-control'], 'no-cache')
    }
  })

  t.test('keeps files with a hash in their name for ever, packed where the browser can unpack', async t => {
    const plain = await app.inject('/assets/app-3f2a.js')
    t.equal(plain.body, 'start()')
    t.match(plain.headers['cache-control'], /immutable/)
    const packed = await app.inject({ url: '/assets/app-3f2a.js', headers: { 'accept-encoding': 'gzip' } })
    t.equal(packed.body, 'packed')
    t.equal(packed.headers['content-encoding'], 'gzip')
  })

  t.test('is not what a missing file or an unknown route of the api gets', async t => {
    t.equal((await app.inject('/assets/gone.js')).json().code, 'ROUTE_NOT_FOUND')
    t.equal((await page('/api/nothing')).json().code, 'ROUTE_NOT_FOUND')
    t.equal((await page('/api')).json().code, 'ROUTE_NOT_FOUND')
  })

  t.test('does not lead out of its folder', async t => {
    for (const url of ['/../package.json', '/..%2fpackage.json', '/assets/%2e%2e/%2e%2e/package.json'])
      t.notMatch((await app.inject(url)).body, /"name"/, url)
  })
})

t.test('without a built web app the api answers all the same', async t => {
  const { app } = await openHouse(t, { settings: { demo: true, version: '0.1.0', webRoot: t.testdir({}) } })
  t.equal((await app.inject({ url: '/', headers: { accept: 'text/html' } })).statusCode, 404)
  t.equal((await app.inject('/healthz')).statusCode, 200)
})
