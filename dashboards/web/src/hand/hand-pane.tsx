import { Alert, Button } from 'antd'
import { useState } from 'react'
import { nameOfKey, useAccounts } from '../data/accounts.ts'
import { go } from '../data/address.ts'
import { useAddComment, useAddedComment, useNewestPosts } from '../data/posts.ts'
import { Fields, SheetForm } from '../form/sheet-form.tsx'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { keyOfName } from '../posts/place.ts'
import style from './hand.module.css'
import { accountOfPost, bodyOf, fieldsOf, type Given, textField } from './hand-values.ts'
import type { Picture } from './picture.ts'
import { PictureBox } from './picture-box.tsx'

type PaneProps = {
  /** The id of the post that it stands under, where it is known. */
  under: string
  now: number
  onClose: () => void
}

/** Adds a comment that no interface gives, with what shows it; then says what became of it. */
export function HandPane({ under, now, onClose }: PaneProps) {
  const [given, setGiven] = useState<Given>({})
  const [picture, setPicture] = useState<Picture>()
  const [taken, setTaken] = useState<{ id: string; publishedAt: number }>()
  const accounts = (useAccounts().data ?? []).filter(({ state }) => state !== 'retired').map(({ account }) => account)
  const first = accountOfPost(under) ?? accounts[0]
  const account = given.account ?? (first ? nameOfKey(first) : '')
  const posts = useNewestPosts(keyOfName(account)).data ?? []
  const known = posts.find(({ id }) => id === under)
  const values = { at: String(now), post: known?.id ?? 'none', ...given, account }
  const link = given.link ?? posts.find(({ id }) => id === values.post)?.link ?? ''
  const filled = { ...values, link }
  const add = useAddComment()
  const body = bodyOf(filled, posts, picture)
  const change = (name: string, value: string) =>
    setGiven({ ...given, [name]: value, ...(name === 'account' && { post: 'none' }) })
  const give = () => {
    if (!body) return
    const { publishedAt } = body
    add.mutate(body, { onSuccess: ({ id }) => setTaken({ id, publishedAt }) })
  }
  const another = () => {
    setTaken(undefined)
    setPicture(undefined)
    setGiven({ account })
  }
  return (
    <section className={style.pane} aria-label={t('hand')}>
      {taken ? (
        <Done taken={taken} onAnother={another} onClose={onClose} />
      ) : (
        <SheetForm
          title={t('hand')}
          hint={t('hand.hint')}
          submit={t('hand.send')}
          busy={add.isPending}
          ready={body !== undefined}
          error={add.error}
          onSubmit={give}
          onClose={onClose}
        >
          <Fields fields={fieldsOf(accounts, posts, now)} values={filled} onChange={change} />
          <div className={style.words}>
            <Fields fields={[textField()]} values={filled} onChange={change} />
          </div>
          <PictureBox picture={picture} onChange={setPicture} />
        </SheetForm>
      )}
    </section>
  )
}

type DoneProps = { taken: { id: string; publishedAt: number }; onAnother: () => void; onClose: () => void }

/** What became of it: its ticket, once it is judged. */
function Done({ taken, onAnother, onClose }: DoneProps) {
  const { data, isFetched, dataUpdatedAt } = useAddedComment(taken)
  const [since] = useState(() => Date.now())
  const ticket = data?.ticket
  const judged = data?.label !== undefined
  const over = isFetched && dataUpdatedAt - since > 20_000
  return (
    <div className={style.done} role="status">
      <Alert type="success" showIcon title={t('hand.done')} />
      {ticket === undefined ? (
        <p className={style.faint}>{t(judged && over ? 'hand.no-ticket' : 'hand.waiting')}</p>
      ) : (
        <a
          className={style.ticket}
          href={`?${new URLSearchParams({ ticket })}`}
          onClick={plainly(() => go({ ticket }))}
        >
          {t('hand.ticket')}
        </a>
      )}
      <div className={style.acts}>
        <Button onClick={onAnother}>{t('hand.another')}</Button>
        <Button onClick={onClose}>{t('hand.close')}</Button>
      </div>
    </div>
  )
}
