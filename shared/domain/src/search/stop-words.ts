/** Words that say nothing of what a text is about; a search of nothing else looks for them all the same. */
const STOP_WORDS = new Set(
  [
    '的 地 得 了 着 过 吗 呢 吧 啊 呀 嘛 哦 啦 么 呗 哈 之 其 所 者',
    '我 我们 你 你们 您 他 她 它 他们 她们 大家 咱 咱们 自己 本人 俺 这 那 这个 那个 这些 那些 这里 那里 这边 那边 这儿 那儿 此 该',
    '是 有 在 和 与 及 跟 同 或者 还是 就 都 也 还 又 再 才 很 太 挺 非常 比较 真 真的 最 更 已 已经 正在 一直 总是 老是 经常 刚 刚刚 曾 将',
    '把 被 给 让 对 对于 关于 从 到 向 由 为 为了 以 以及 于 按 按照 因 因为 由于 所以 但 但是 而 而且 如果 要是 虽然 不过 然后 并 并且 只 只是 却',
    '什么 怎么 怎么办 怎么样 怎样 如何 哪 哪里 哪儿 哪个 哪些 谁 多少 几 何时 为什么 为何 是否 是不是 能不能 可不可以 有没有 有无 啥 咋 咋办 什么时候 谁 找谁 向谁 反映 反应 处理 解决 希望 尽快',
    '请 请问 想 想问 问 问问 问一下 咨询 一下 想要 要 需要 应该 应 可以 可 能 能够 会 麻烦 帮 帮忙 谢谢 感谢 你好 您好 知道 告诉 说 看 来 去 做 弄 搞 办 用',
    '一 个 一个 一些 有些 有的 些 种 上 下 里 中 内 时 时候 现在 目前 之前 以后 以前 后 前 等 等等',
    'a an the of to in on at for and or is are was were be been do does did i we you he she it they my our your this that how what when where who why can could please'
  ]
    .join(' ')
    .split(' ')
)

/** Whether a word, as it was cut from simplified text, says nothing. */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word.toLowerCase())
