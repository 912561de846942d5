import t from 'tap'
import { compareIds } from '../src/platforms/mastodon-status.ts'
import { lengthOf, textOfHtml, withoutMentions } from '../src/platforms/mastodon-text.ts'

t.test('the words of a status', async t => {
  const cases = [
    ['<p>一段</p><p>二段<br>换行<br />再换</p>', '一段\n\n二段\n换行\n再换', 'keep paragraphs and lines'],
    ['a &amp;lt; b &#39;c&#x27; &quot;d&quot; &nbsp;e&hellip;', 'a &lt; b \'c\' "d"  e…', 'are decoded once'],
    ['&#128512;&#x1F600; &#0; &#xD800; &bogus;', '😀😀 &#0; &#xD800; &bogus;', 'keep what is no character as it came'],
    [
      '<p><span class="h-card" translate="no"><a href="https://h/@qinghe" class="u-url mention">@<span>qinghe</span></a></span> 在吗 :blobcat:</p>',
      '@qinghe 在吗 :blobcat:',
      'keep mentions and shortcodes'
    ],
    [
      '<a href="https://example.com/a?b=1&amp;c=2" rel="nofollow"><span class="invisible">https://</span><span class="ellipsis">example.com/a?b</span><span class="invisible">=1&amp;c=2</span></a>',
      'https://example.com/a?b=1&c=2',
      'show a shortened link in full'
    ],
    ['<ul><li>一</li><li>二</li></ul>', '一\n二', 'keep the items of a list apart'],
    ['1 < 2 还是 2 <= 1 <b>粗</b>', '1 < 2 还是 2 <= 1 粗', 'keep a sign that is no tag'],
    ['<b title="a>b">粗</b>', '粗', 'do not end a tag within quotes'],
    ['没有标签', '没有标签', 'may have no markup'],
    ['断开的 <p', '断开的 <p', 'survive a tag that never ends'],
    ['', '', 'may be none']
  ] as const
  for (const [html, text, name] of cases) t.equal(textOfHtml(html), text, name)
})

t.test('a very long text of open brackets is read at once', async t => {
  t.equal(textOfHtml('<'.repeat(300_000)).length, 300_000)
})

t.test('a reply is counted as the server counts it', async t => {
  t.equal(lengthOf('您好！', 23), 3)
  t.equal(lengthOf('😀😀', 23), 2, 'by characters, not by units')
  t.equal(lengthOf('见 https://www.example.gov.cn/a/very/long/address/that/goes/on.html。', 23), 2 + 23 + 1)
  t.equal(lengthOf('@someone@social.example.org 您好', 23), '@someone 您好'.length)
  t.equal(lengthOf('mail a@b.cn', 23), 'mail a@b.cn'.length)
})

t.test('whom a reply calls is no part of its words', async t => {
  t.equal(withoutMentions('@citizen 您好 @other@host.cn'), '您好 @other')
  t.equal(withoutMentions('@a@b.cn @c 好'), '好')
  t.equal(withoutMentions('好 @c'), '好 @c')
})

t.test('a longer id is newer, and of the same length the later in the alphabet', async t => {
  t.same(['9', '10', '100', '11', '99'].sort(compareIds), ['9', '10', '11', '99', '100'])
})
