import t from 'tap'
import { actOf } from '../src/bulk/act-fields.ts'
import { clearSelection, isSelected, selectAll, selectionNow, selectTo, sizeOf, toggle } from '../src/bulk/selection.ts'
import { differences } from '../src/differences.ts'
import { keyName, SHORTCUTS, shortcutOf } from '../src/keys/shortcuts.ts'
import { nextIn } from '../src/list/queue.ts'
import { levelBeside } from '../src/ticket/correct/corrections.ts'
import { isDealtWith } from '../src/ticket/dealt-with.ts'
import { tickets } from './texts.ts'

const pressed = (key: string, shiftKey = false) => shortcutOf({ key, shiftKey })

t.test('the table of shortcuts', async t => {
  t.test('gives each key to one shortcut', async t => {
    const keys = Object.values(SHORTCUTS).flatMap(({ keys }) => keys)
    t.equal(new Set(keys).size, keys.length)
  })

  t.test('knows a key with Caps Lock, with Shift, and as an input method types it', async t => {
    t.equal(pressed('j'), 'list-down')
    t.equal(pressed('J'), 'list-down', 'Caps Lock')
    t.equal(pressed('J', true), 'list-select-down')
    t.equal(pressed('?', true), 'help', 'a sign that needs Shift is that sign')
    t.equal(pressed('？', true), 'help')
    t.equal(pressed('、'), 'search')
    t.equal(keyName({ key: 'ArrowDown', shiftKey: true }), 'shift+ArrowDown')
    t.equal(pressed('q'), undefined)
  })
})

t.test('a selection', async t => {
  const order = ['a', 'b', 'c', 'd', 'e']
  t.afterEach(() => clearSelection())

  t.test('goes on from the row that was touched last, in either direction', async t => {
    toggle('c')
    selectTo('e', order)
    t.same([...selectionNow().ids], ['c', 'd', 'e'])
    selectTo('b', order)
    t.equal(sizeOf(selectionNow()), 4)
    toggle('d')
    t.notOk(isSelected(selectionNow(), 'd'))
  })

  t.test('of all that match counts these, and single rows change nothing', async t => {
    selectAll({ label: ['complaint'] }, 3_456)
    toggle('a')
    t.equal(sizeOf(selectionNow()), 3_456)
    t.ok(isSelected(selectionNow(), 'whatever'))
  })
})

t.test('the next ticket', async t => {
  const rows = tickets(Date.now()).slice(0, 4)
  const ids = rows.map(({ id }) => id)
  const idAfter = (ticket: string | undefined, gone: readonly (string | undefined)[] = []) =>
    nextIn({ rows, stands: ({ id }) => !gone.includes(id) }, ticket)?.id

  t.test('is the one below that still waits, and behind the last one the first', async t => {
    t.equal(idAfter(ids[0]), ids[1])
    t.equal(idAfter(ids[0], [ids[1]]), ids[2])
    t.equal(idAfter(ids[3]), ids[0])
    t.equal(idAfter(undefined), ids[0])
    t.equal(idAfter(ids[1], ids), undefined)
  })

  t.test('is offered once one is usually done with this one', async t => {
    t.ok(isDealtWith('replies'))
    t.ok(isDealtWith('replies/r-1/review'))
    t.notOk(isDealtWith('replies/r-1/withdraw'))
    t.notOk(isDealtWith('tags'))
  })
})

t.test('what changed between two drafts', async t => {
  const parts = (kind: 'gone' | 'new', a: string, b: string) =>
    differences(a, b).flatMap(piece => (piece.kind === kind ? piece.text : []))

  t.test('is told sign by sign, and gives both texts back', async t => {
    const [a, b] = ['请到住建局窗口申请，材料有房产证。', '请到政务大厅2楼住建窗口申请，材料有房产证、申请表。']
    const pieces = differences(a, b)
    t.equal(pieces.flatMap(({ kind, text }) => (kind === 'new' ? [] : text)).join(''), a)
    t.equal(pieces.flatMap(({ kind, text }) => (kind === 'gone' ? [] : text)).join(''), b)
    t.same(parts('gone', a, b), ['局'])
    t.same(parts('new', a, b), ['政务大厅2楼', '、申请表'])
  })

  t.test('keeps numbers and Latin words whole', async t => {
    t.same(parts('new', '电话 5551234', '电话 5559876'), ['5559876'])
    t.same(differences('一样', '一样'), [{ kind: 'same', text: '一样' }])
  })
})

t.test('a bulk act', async t => {
  t.test('is there once all that it needs is said', async t => {
    t.equal(actOf('dismiss', { reason: ' ' }), undefined)
    t.same(actOf('dismiss', { reason: '闲聊' }), { type: 'dismiss', reason: '闲聊' })
    t.same(actOf('tag', { add: '暴雨，专班', remove: '' }), { type: 'tag', add: ['暴雨', '专班'] })
    t.equal(actOf('correct', { label: '-', level: '-', department: '-' }), undefined)
    t.same(actOf('correct', { label: 'inquiry', level: '-', department: '水务局' }), {
      type: 'correct',
      label: 'inquiry',
      department: '水务局'
    })
  })
})

t.test('a risk level is raised and lowered one at a time, and not beyond its ends', async t => {
  t.equal(levelBeside('blue', 1), 'yellow')
  t.equal(levelBeside('red', 1), undefined)
  t.equal(levelBeside('blue', -1), undefined)
})
