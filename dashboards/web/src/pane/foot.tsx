import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './pane.module.css'

const AHEAD = '600px' // how far below what one sees the next page is asked for

type FootProps = {
  more: boolean
  busy: boolean
  error: unknown
  /** What stands below the last one. */
  end?: string
  onMore: () => unknown
}

/** The end of the list so far. It asks for more when one comes near; after a failure it waits to be asked. */
export function Foot({ more, busy, error, end = t('list.end'), onMore }: FootProps) {
  const foot = useRef<HTMLDivElement>(null)
  const waits = more && !busy && error === undefined
  useEffect(() => {
    if (!waits || !foot.current) return
    const near = new IntersectionObserver(entries => entries.some(({ isIntersecting }) => isIntersecting) && onMore(), {
      root: foot.current.parentElement,
      rootMargin: AHEAD
    })
    near.observe(foot.current)
    return () => near.disconnect()
  }, [waits, onMore])
  return (
    <div className={style.foot} ref={foot}>
      {error !== undefined && <p role="alert">{t('comments.more-failed', { why: problemWords(error) })}</p>}
      {more ? (
        <Button size="small" type="text" loading={busy} onClick={onMore}>
          {t(error === undefined ? 'list.more' : 'list.retry')}
        </Button>
      ) : (
        end
      )}
    </div>
  )
}
