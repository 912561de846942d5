import { t } from '../../language.ts'
import { useDesk } from '../desk.ts'
import style from './reply.module.css'

/** About how a reply will look under the comment, where it is public. */
export function Preview({ text }: { text: string }) {
  const { view } = useDesk()
  const asked =
    [...view.thread].reverse().find(({ ours, author }) => !ours && author === view.citizen) ?? view.thread[0]
  const who = view.citizen ?? t('ticket.unnamed')
  return (
    <section className={style.preview} data-platform={view.platform} aria-label={t('preview.title')}>
      <p className={style.faint}>{t('preview.title')}</p>
      {asked && (
        <p className={style.askedLine}>
          <Face name={who} />
          <span>
            <strong>{who}</strong>
            <span className={style.askedWords}>{asked.text}</span>
          </span>
        </p>
      )}
      <p className={style.answerLine}>
        <Face name={view.accountName} ours />
        <span>
          <strong>{view.accountName}</strong> <span className={style.faint}>{t('preview.now')}</span>
          <span className={style.answerWords}>
            <span className={style.to}>{t('preview.to', { who })}：</span>
            {text === '' ? <span className={style.faint}>{t('preview.empty')}</span> : text}
          </span>
        </span>
      </p>
    </section>
  )
}

const Face = ({ name, ours = false }: { name: string; ours?: boolean }) => (
  <span className={style.face} data-ours={ours} aria-hidden="true">
    {[...name][0]}
  </span>
)
