import type { AppraisalSheet } from '@huiyin/schemas/appraisal.ts'
import { t } from '../language.ts'
import { platformOfPost, postName } from '../post-name.ts'
import { clockTime, exactTime } from '../time.ts'
import style from './appraisal.module.css'

const COUNTS = ['reads', 'likes', 'comments', 'reposts'] as const

/** The posts that were counted, with what the platform tells of each; what it does not tell is not 0. */
export function Posts({ sheet, now }: { sheet: AppraisalSheet; now: number }) {
  const { posts, postsTotal, notCounted } = sheet
  if (postsTotal === 0) return null
  return (
    <details className={style.block}>
      <summary>{t('posts-counted', { count: postsTotal })}</summary>
      {notCounted.undated + notCounted.gone > 0 && (
        <p className={style.hint}>{t('posts-counted.left-out', notCounted)}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard */}
      <section className={style.scrolls} aria-label={t('posts-counted', { count: postsTotal })} tabIndex={0}>
        <table className={style.ranking}>
          <thead>
            <tr>
              <th scope="col">{t('posts-counted.title')}</th>
              <th scope="col">{t('posts-counted.at')}</th>
              {COUNTS.map(name => (
                <th key={name} scope="col">
                  {t(`posts-counted.${name}`)}
                </th>
              ))}
              <th scope="col">{t('indicator.quality')}</th>
            </tr>
          </thead>
          <tbody>
            {posts.map(post => (
              <tr key={post.id}>
                <th scope="row">
                  {postName({ title: post.title, platform: platformOfPost(post.id), at: post.publishedAt })}
                </th>
                <td title={exactTime(post.publishedAt)}>{clockTime(post.publishedAt, now)}</td>
                {COUNTS.map(name => (
                  <td key={name} className={style.number}>
                    {post[name]?.toLocaleString('en') ?? '—'}
                  </td>
                ))}
                <td className={style.number}>{post.quality?.toFixed(2) ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {postsTotal > posts.length && (
        <p className={style.hint}>{t('posts-counted.more', { count: postsTotal - posts.length })}</p>
      )}
    </details>
  )
}
