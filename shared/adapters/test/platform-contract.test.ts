import { PlatformError, PostGone } from '@huiyin/ports/platform.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import t from 'tap'
import {
  capabilitiesOf,
  close,
  DAY,
  KINDS,
  type List,
  OPAQUE_CURSORS,
  openHouse,
  readAll,
  readPosts,
  SECOND
} from './platform-house.ts'

type Tap = Parameters<Parameters<typeof t.test>[0]>[0]

for (const kind of KINDS) {
  t.test(`a ${kind} account`, async t => {
    const can = capabilitiesOf(kind)
    /** A promise of those platforms that say they can. */
    const when = (capability: keyof Capabilities, name: string, keeps: (test: Tap) => Promise<unknown>) =>
      t.test(name, { skip: can[capability] ? false : `${kind} says that it has no ${capability}` }, keeps)
    const seenIn: List = can.comments ? 'comments' : 'inbox'

    for (const list of ['comments', 'inbox'] as const) {
      when(list, `is read to the end by its ${list}, every comment with what the platform tells of it`, async t => {
        const { simulator, control, open, write, post } = await openHouse(kind)
        t.teardown(close(simulator))
        const [citizen] = control.people.filter(one => !one.withoutOpenid)
        const id = write('望川大道的路灯不亮🙏', { as: citizen!.id })

        const { comments, unreadable } = await readAll(open(), post, list)
        t.equal(comments.length, 1)
        t.match(comments[0], {
          post,
          root: id,
          comment: id,
          ours: false,
          text: '望川大道的路灯不亮🙏',
          publishedAt: simulator.world.clock.now()
        })
        t.match(comments[0]!.author.id, citizen!.id)
        t.same(unreadable, [])
      })

      when(
        list,
        `shows every comment though rows shift while the ${list} are paged, and none under two ids`,
        async t => {
          const { clock, simulator, control, open, write, at, post } = await openHouse(kind)
          t.teardown(close(simulator))
          const ids: string[] = []
          for (let i = 0; i < 260; i++) {
            clock.pass(SECOND)
            ids.push(write(`第${i}条`))
          }
          const deleted = ids.slice(-30) // the newest: all that follow move up
          let pages = 0
          const platform = open()
          const { comments } = await readAll(platform, post, list, undefined, page => {
            if (page.comments.length === 0) return
            if (pages++ === 0) for (const id of deleted) control.deleteComment(at(id))
            if (pages === 2) for (let i = 0; i < 10; i++) ids.push(write(`又一条${i}`))
          })
          if (OPAQUE_CURSORS.has(kind)) comments.push(...(await readAll(platform, post, list)).comments)

          const seen = new Map(comments.map(({ comment, text }) => [comment, text]))
          const missing = ids.slice(0, 230).filter(id => !seen.has(id))
          t.same(missing, [], 'what stood all the time is seen')
          t.equal(new Set(seen.values()).size, seen.size, 'one text, one id')
        }
      )

      when(list, `sets a row of the ${list} aside that cannot be read, and gives the others`, async t => {
        const { simulator, control, open, write, post } = await openHouse(kind)
        t.teardown(close(simulator))
        if (!('brokenRow' in control.quirks[kind])) return t.skip(`the simulator breaks no row of ${kind}`, () => {})
        Object.assign(control.quirks[kind], { brokenRow: true })
        write('好的一行')
        const { comments, unreadable } = await readAll(open(), post, list)
        t.match(comments, [{ text: /好的一行$/ }])
        t.equal(comments.length, 1)
        t.ok(unreadable.length > 0)
        t.ok(unreadable.every(({ raw }) => raw.length > 10))
      })

      for (const cursor of ['moving', 'standing'] as const) {
        when(
          list,
          `comes to an end when the ${list} repeat their last page for ever, the cursor ${cursor}`,
          async t => {
            const { clock, simulator, control, open, write, post } = await openHouse(kind)
            t.teardown(close(simulator))
            const ids: string[] = []
            for (let i = 0; i < 120; i++) {
              clock.pass(SECOND)
              ids.push(write(`第${i}条`))
            }
            control.fail(kind, { kind: 'endless', cursor })
            const { comments, pages, ended } = await readAll(open(), post, list)
            const seen = new Set(comments.map(({ comment }) => comment))
            t.ok(pages < 20, `${pages} pages`)
            if (cursor === 'standing') t.ok(ended, 'a cursor that does not move is the end')
            t.same(
              ids.filter(id => !seen.has(id)),
              []
            )
          }
        )
      }

      when(list, `misses nothing when pages of the ${list} overlap`, async t => {
        const { clock, simulator, control, open, write, post } = await openHouse(kind)
        t.teardown(close(simulator))
        const ids: string[] = []
        for (let i = 0; i < 120; i++) {
          clock.pass(SECOND)
          ids.push(write(`第${i}条`))
        }
        control.fail(kind, { kind: 'overlap', rows: 5 })
        const { comments } = await readAll(open(), post, list)
        const seen = new Set(comments.map(({ comment }) => comment))
        t.same(
          ids.filter(id => !seen.has(id)),
          []
        )
      })
    }

    when('inbox', 'shows in its inbox what is new since the cursor, and the cursor outlives the process', async t => {
      const { clock, simulator, open, write, post } = await openHouse(kind)
      t.teardown(close(simulator))
      write('先来的')
      const { cursor } = await readAll(open(), post, 'inbox')
      clock.pass(3600 * SECOND)
      const later = write('后来的')

      const { comments } = await readAll(open(), post, 'inbox', cursor)
      t.ok(comments.some(({ comment, text }) => comment === later && text.endsWith('后来的')))
    })

    when('comments', 'tells how many comments the platform counts, or nothing, and begins with the newest', async t => {
      const { clock, simulator, open, write, post } = await openHouse(kind)
      t.teardown(close(simulator))
      write('一')
      clock.pass(SECOND)
      const newest = write('二')
      const page = await open().comments!(post, undefined, () => undefined)
      t.ok(page.total === undefined || page.total === 2, `total ${page.total}`)
      if (page.newestFirst) t.equal(page.comments[0]?.comment, newest)
    })

    when('comments', 'says that a post was taken down, which is no fault of the account', async t => {
      const { simulator, control, open, where, post } = await openHouse(kind)
      t.teardown(close(simulator))
      control.takeDown({ ...where, post }, true)
      const error = await open().comments!(post, undefined, () => undefined).catch(error => error)
      t.ok(error instanceof PostGone, String(error))
      t.match(error, { post, advice: 'stop' })
    })

    when('posts', 'lists its posts with what is counted of them, and again later', async t => {
      const { clock, simulator, control, open, where, post } = await openHouse(kind)
      t.teardown(close(simulator))
      control.setCounts({ ...where, post }, { reads: 1200, likes: 34, reposts: 5 })
      clock.pass(DAY)
      const { posts, cursor } = await readPosts(open())
      const found = posts.find(({ id }) => id === post)
      t.match(found, { id: post, title: '关于夜间施工的通告' })
      const { comments: _mayLag, ...counts } = found?.counts ?? {}
      t.match({ reads: 1200, likes: 34, reposts: 5 }, counts, 'what is told is true')
      if (can.counts) t.ok(Object.keys(found?.counts ?? {}).length > 0, 'something is told')

      clock.pass(DAY)
      const next = control.publishPost({ ...where, title: '第二篇' }).id
      clock.pass(DAY)
      const later = await readPosts(open(), cursor)
      t.ok(later.posts.some(({ id }) => id === next))
    })

    when('lookUp', 'looks comments up by their ids, in the order given, and tells which are gone', async t => {
      const { clock, simulator, control, open, write, at, target } = await openHouse(kind)
      t.teardown(close(simulator))
      const ids = ['一', '二', '三'].map(text => {
        clock.pass(SECOND)
        return write(text)
      })
      control.deleteComment(at(ids[1]!))
      control.likeComment(at(ids[2]!), 9)
      const looked = await open().lookUp!([ids[2]!, ids[1]!, ids[0]!].map(target))
      t.match(looked, [
        { outcome: 'there', comment: { comment: ids[2], root: ids[2], text: '三', likes: 9 } },
        { outcome: 'gone' },
        { outcome: 'there', comment: { comment: ids[0], text: '一' } }
      ])
      t.same(await open().lookUp!([]), [])
    })

    when('reply', 'takes a reply, shows it, reads it back, and gives it as ours', async t => {
      const { simulator, control, open, write, target, where, post } = await openHouse(kind)
      t.teardown(close(simulator))
      const platform = open()
      const id = write('请问几点上班')

      const sent = await platform.reply(target(id), '您好，早上九点。', 'key-1')
      t.match(sent, { outcome: 'sent' })
      const native = sent.outcome === 'sent' && sent.native !== undefined ? { native: sent.native } : {}
      t.match(control.standing({ ...where, post }), [{ text: /请问几点上班$/ }, { text: /您好，早上九点。$/ }])
      t.match(await platform.readBack(target(id), { text: '您好，早上九点。', ...native }), {
        outcome: 'same',
        acceptedAt: simulator.world.clock.now()
      })
      t.match(await platform.readBack(target(id), { text: '别的话', ...native }), {
        outcome: 'different',
        text: '您好，早上九点。'
      })
      const { comments } = await readAll(platform, post, seenIn)
      t.match(
        comments.find(({ ours }) => ours),
        { root: id, parent: id, text: '您好，早上九点。' }
      )
    })

    when('followUp', 'shows what a citizen answers to our reply, in the same thread', async t => {
      const { clock, simulator, open, write, target, post } = await openHouse(kind)
      t.teardown(close(simulator))
      const platform = open()
      const id = write('请问几点上班')
      const sent = await platform.reply(target(id), '九点。', 'key-1')
      if (sent.outcome !== 'sent' || sent.native === undefined) return t.fail('the reply has no id')
      clock.pass(SECOND)
      const answer = write('周末呢？', { parent: sent.native })
      const { comments } = await readAll(platform, post, seenIn)
      t.match(
        comments.find(({ comment }) => comment === answer),
        { root: id, ours: false, text: '周末呢？' }
      )
    })

    when('reply', 'takes a second reply to the same comment only where it says so', async t => {
      const { clock, simulator, open, write, target } = await openHouse(kind)
      t.teardown(close(simulator))
      const platform = open()
      const id = write('在吗')
      await platform.reply(target(id), '在。', 'key-1')
      clock.pass(SECOND)
      t.match(await platform.reply(target(id), '请讲。', 'key-2'), { outcome: can.replyAgain ? 'sent' : 'refused' })
    })

    when('readBack', 'says absent while no reply of ours stands', async t => {
      const { simulator, open, write, target } = await openHouse(kind)
      t.teardown(close(simulator))
      t.same(await open().readBack(target(write('在吗')), { text: '在' }), { outcome: 'absent' })
    })

    for (const fault of ['cut', 'silence'] as const) {
      when('reply', `does not know what became of a reply whose answer met ${fault}; reading back tells`, async t => {
        const { simulator, control, open, write, target, where, post, metered } = await openHouse(kind)
        t.teardown(close(simulator))
        const platform = open(300)
        const first = write('几点上班')
        await platform.readBack(target(first), { text: '' }) // signed in by now
        metered.calls = 0
        await platform.reply(target(first), '上午九点。', 'key-1')
        const id = write('几点下班')
        const before = metered.calls - 1 // calls that precede the one that writes
        if (before > 0) control.fail(kind, { kind: 'delay', ms: 0, times: before })
        control.fail(kind, { kind: fault, times: 1 })

        t.match(await platform.reply(target(id), '下午五点。', 'key-2'), { outcome: 'unknown' })
        t.match(await platform.readBack(target(id), { text: '下午五点。' }), { outcome: 'same' })
        t.equal(control.standing({ ...where, post }).length, 4, 'it was posted once')
      })
    }

    when('reply', 'says later when it could not be reached: nothing was posted', async t => {
      const { simulator, open, write, target, post } = await openHouse(kind)
      const id = write('有人吗')
      const platform = open()
      await simulator.close()
      t.match(await platform.reply(target(id), '有。', 'key-1'), { outcome: 'later', code: 'NO_ANSWER' })
      await t.rejects(readAll(platform, post, seenIn), { name: 'PlatformError', code: 'NO_ANSWER', advice: 'retry' })
    })

    when('readBack', 'says gone when the comment was deleted, and refuses to answer it', async t => {
      const { simulator, control, open, write, at, target } = await openHouse(kind)
      t.teardown(close(simulator))
      const platform = open()
      const id = write('说错了')
      control.deleteComment(at(id))
      t.match(await platform.readBack(target(id), { text: '好' }), { outcome: 'gone' })
      t.match(await platform.reply(target(id), '好', 'key-1'), { outcome: 'refused' })
    })

    when('replace', 'puts a reply in the place of the one that stands, and where none stands', async t => {
      const { clock, simulator, control, open, write, target, where, post } = await openHouse(kind)
      t.teardown(close(simulator))
      const platform = open()
      const id = write('几点开门')
      await platform.reply(target(id), '八点。', 'key-1')
      clock.pass(SECOND)
      t.match(await platform.replace!(target(id), '九点。', 'key-2'), { outcome: 'sent' })
      t.same(
        control.standing({ ...where, post }).map(({ text }) => text),
        ['几点开门', '九点。']
      )
      t.match(await platform.replace!(target(write('周六呢')), '也是九点。', 'key-3'), { outcome: 'sent' })
    })

    when(
      'replace',
      'does not know what became of a replacement whose answer was lost; the same again ends well',
      async t => {
        const { clock, simulator, control, open, write, target, where, post } = await openHouse(kind)
        t.teardown(close(simulator))
        const platform = open(300)
        const id = write('几点开门')
        await platform.reply(target(id), '八点。', 'key-1')
        for (const path of ['delete', 'add']) {
          clock.pass(SECOND)
          control.fail(kind, { kind: 'cut', times: 1, path })
          t.match(await platform.replace!(target(id), '九点。', 'key-2'), { outcome: 'unknown' })
          control.heal()
          clock.pass(SECOND)
          t.match(await platform.replace!(target(id), '九点。', 'key-2'), { outcome: 'sent' })
          t.same(
            control.standing({ ...where, post }).map(({ text }) => text),
            ['几点开门', '九点。']
          )
        }
      }
    )

    when('deleteReply', 'takes its reply away, and it is no matter when it was away already', async t => {
      const { simulator, open, write, target, post } = await openHouse(kind)
      t.teardown(close(simulator))
      const platform = open()
      const id = write('在吗')
      await platform.reply(target(id), '在。', 'key-1')
      const ours = (await readAll(platform, post, seenIn)).comments.find(comment => comment.ours)
      t.same(await platform.deleteReply!(target(id), ours!.comment), { outcome: 'done' })
      t.same(await platform.readBack(target(id), { text: '在。' }), { outcome: 'absent' })
      t.same(await platform.deleteReply!(target(id), ours!.comment), { outcome: 'done' })
    })

    when('deleteComment', "takes a citizen's comment away, and it is no matter when it was away already", async t => {
      const { simulator, open, write, target, post } = await openHouse(kind)
      t.teardown(close(simulator))
      const platform = open()
      const id = write('广告')
      t.same(await platform.deleteComment!(target(id)), { outcome: 'done' })
      t.same((await readAll(platform, post, seenIn)).comments, [])
      t.same(await platform.deleteComment!(target(id)), { outcome: 'done' })
    })

    when('elect', 'shows a comment to the public, and no longer', async t => {
      const { simulator, control, open, write, target, where, post } = await openHouse(kind)
      t.teardown(close(simulator))
      const platform = open()
      const id = write('说得好')
      for (const elected of [true, false]) {
        t.same(await platform.elect!(target(id), elected), { outcome: 'done' })
        t.match(control.standing({ ...where, post }), [{ elected }])
      }
    })

    t.test('has exactly the acts that it says it has', async t => {
      const { simulator, open } = await openHouse(kind)
      t.teardown(close(simulator))
      const platform = open()
      for (const act of [
        'inbox',
        'comments',
        'posts',
        'lookUp',
        'replace',
        'deleteReply',
        'deleteComment',
        'elect'
      ] as const) {
        t.equal(platform[act] !== undefined, Boolean(can[act]), act)
      }
      t.ok(platform.quotas.length > 0)
    })

    t.test('finds nothing to complain of in an account that is in order, and says what is wrong otherwise', async t => {
      const { simulator, control, open, write } = await openHouse(kind)
      write('在吗')
      t.same(
        (await open().check()).filter(({ ok }) => !ok),
        []
      )
      control.fail(kind, { kind: 'http', status: 502 })
      const away = await open().check()
      t.ok(away.some(({ ok }) => !ok))
      control.heal()
      await simulator.close()
      const unreachable = await open(300).check()
      t.match(unreachable[0], { ok: false, code: 'NO_ANSWER' })
      t.ok([...away, ...unreachable].every(({ message }) => message.length > 10))
    })

    t.test('counts every call, and a page costs one', async t => {
      const { simulator, open, write, post, metered } = await openHouse(kind)
      t.teardown(close(simulator))
      write('在吗')
      const platform = open()
      await readAll(platform, post, seenIn)
      metered.calls = 0
      if (can.comments) await platform.comments!(post, undefined, () => undefined)
      else await platform.inbox!(undefined)
      t.equal(metered.calls, 1)
    })

    t.test('names no token and no secret when it complains', async t => {
      const { simulator, control, account, open, write, target, post } = await openHouse(kind)
      t.teardown(close(simulator))
      const platform = open(300)
      const id = write('测试')
      const complaints: unknown[] = []
      for (const fault of [
        { kind: 'garbage' },
        { kind: 'cut' },
        { kind: 'http', status: 502 },
        { kind: 'silence' }
      ] as const) {
        control.fail(kind, { ...fault, times: 9 })
        await readAll(platform, post, seenIn).catch(error => complaints.push(error))
        complaints.push(await platform.reply(target(id), '好', 'key-1').catch(error => error))
        complaints.push(await platform.check())
        control.heal()
      }
      t.equal(complaints.length, 12)
      for (const complaint of complaints) {
        const words =
          complaint instanceof PlatformError
            ? `${complaint.stack} ${JSON.stringify(complaint)} ${complaint.cause}`
            : JSON.stringify(complaint)
        for (const secret of Object.values(account.credentials)) t.notMatch(words, secret)
        t.notMatch(words, 'access_token=')
        t.notMatch(words, simulator.url)
      }
    })
  })
}
