import { language, t } from '../language.ts'
import { FIELD_HELP, WAYS } from './examples.ts'
import style from './find.module.css'
import { goFind, toggled, type What } from './place.ts'

type HelpProps = { what: What; q: string | undefined; onChoose: () => void }

/** What can be written into the search, with examples that are tried by a click. */
export function SearchHelp({ what, q, onChoose }: HelpProps) {
  const said = language()
  const search = (words: string) => {
    goFind({ q: words || undefined })
    onChoose()
  }
  return (
    <section className={style.help} aria-label={t('find.help-title')}>
      <p>{t('find.help-hint')}</p>
      <table className={style.ways}>
        <caption>{t('find.help-ways')}</caption>
        <tbody>
          {WAYS.filter(way => way[said].length > 0).map(way => (
            <tr key={way.name}>
              <th scope="row">{t(`find.way.${way.name}`)}</th>
              <td>
                {way[said].map(example => (
                  <Example key={example} words={example} onChoose={search} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={style.ways}>
        <caption>{t('find.help-fields')}</caption>
        <tbody>
          {FIELD_HELP.filter(({ of }) => of.includes(what)).map(({ field, ...examples }) => (
            <tr key={field}>
              <th scope="row">{t(`find.ask.${field}`)}</th>
              <td>
                {examples[said].map(example => (
                  <Example key={example} words={example} onChoose={words => search(toggled(q, words))} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('find.help-more')}</p>
    </section>
  )
}

const Example = ({ words, onChoose }: { words: string; onChoose: (words: string) => void }) => (
  <button type="button" className={style.example} onClick={() => onChoose(words)}>
    {words}
  </button>
)
