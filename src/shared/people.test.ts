import { expect, test } from 'vitest'
import { peopleOf } from './people.ts'

const check = (text: string, ...names: readonly string[]) => test(text, () => expect(peopleOf(text)).toEqual(names))

check('本报记者 陆知远 通讯员 苏 禾', '陆知远', '苏禾')
check('记者 沈 荻\n通讯员 高一川', '沈荻', '高一川')
check('仇欢应 祝开然', '仇欢应', '祝开然')
check('本报记者陆知远、程砚秋', '陆知远', '程砚秋')
check('■本报记者 蔡茂楷', '蔡茂楷')
check('新华社记者 夏一方摄', '夏一方')
check('本报记者 沈 荻摄', '沈荻')
check('文/图 方小满', '方小满')
check('云河日报记者 顾南星', '顾南星')
check('阿卜杜拉·买买提', '阿卜杜拉·买买提')
check('通讯员供图')
check('（作者为云河大学教授）')
check('')
