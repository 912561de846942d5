import type { CommentList } from '@huiyin/schemas/api.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { plainQuotes } from '../comments/place.ts'
import { api, told } from '../data/http.ts'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { SearchBox } from '../search/search-box.tsx'
import { clockTime } from '../time.ts'
import style from './sheet.module.css'
import type { Acting } from './use-incident-act.ts'

const SHOWN = 8

type JoinProps = { acting: Acting; now: number; onClose: () => void }

/** Comments that belong to it too, found by their words, each added by a button of its own. */
export function JoinBox({ acting, now, onClose }: JoinProps) {
  const [q, setQ] = useState<string>()
  const [added, setAdded] = useState<readonly string[]>([])
  const { data, error } = useQuery({
    queryKey: ['join-comments', q],
    queryFn: async () => {
      const query = { q: plainQuotes(q!), sort: 'newest' as const, atMost: SHOWN }
      return (await told(api.GET('/api/comments', { params: { query } }))) as CommentList
    },
    enabled: q !== undefined && q.trim() !== ''
  })
  const add = (id: string, publishedAt: number) =>
    acting.mutate(
      { kind: 'join', body: { comments: [{ id, publishedAt }] } },
      { onSuccess: () => setAdded(before => [...before, id]) }
    )
  return (
    <div className={style.box}>
      <SearchBox
        className={style.search}
        q={q}
        name={t('members.join-search')}
        placeholder={t('members.join-search')}
        onChange={setQ}
      />
      <ol className={style.found}>
        {data?.rows.map(row => (
          <li key={row.id} className={style.one}>
            <span className={style.oneTitle}>{row.text}</span>
            <span className={style.quiet}>{clockTime(row.publishedAt, now)}</span>
            <Button
              size="small"
              disabled={added.includes(row.id) || acting.isPending}
              loading={slowly(acting.isPending && isOf(acting.variables.body, row.id))}
              onClick={() => add(row.id, row.publishedAt)}
            >
              {t(added.includes(row.id) ? 'members.join-added' : 'members.join-add')}
            </Button>
          </li>
        ))}
      </ol>
      <p className={style.quiet} role="status">
        {error ? problemWords(error) : data?.rows.length === 0 ? t('members.join-none') : ''}
      </p>
      <div className={style.buttons}>
        <Button onClick={onClose}>{t('members.join-done')}</Button>
      </div>
    </div>
  )
}

const isOf = (body: object | undefined, id: string) => JSON.stringify(body ?? null).includes(JSON.stringify(id))
