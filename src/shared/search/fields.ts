/** The names that may stand before a colon in a query. */
import type { Role } from '../page/page.ts'

export type Field = 'byline' | 'number' | 'publication' | 'section' | 'keyword'

/** Names before a colon (：or :) at a word's start; Latin ones in letters of either case. */
export const FIELDS: Readonly<Record<string, Field | 'date' | readonly Role[]>> = {
  署名: 'byline',
  作者: 'byline',
  byline: 'byline',
  版: 'number',
  page: 'number',
  报纸: 'publication',
  paper: 'publication',
  版名: 'section',
  section: 'section',
  关键词: 'keyword',
  keyword: 'keyword',
  日期: 'date',
  date: 'date',
  标题: ['kicker', 'headline', 'deck'],
  title: ['kicker', 'headline', 'deck'],
  图说: ['caption', 'credit'],
  caption: ['caption', 'credit'],
}

/** What people write for these names. They are not names themselves, for newspapers have them before a colon too: 记者：, 时间：. */
export const MEANT: Readonly<Record<string, string>> = {
  作家: '署名',
  记者: '署名',
  通讯员: '署名',
  撰稿: '署名',
  撰文: '署名',
  摄影: '署名',
  author: 'byline',
  by: 'byline',
  版次: '版',
  版面: '版',
  版号: '版',
  页: '版',
  页码: '版',
  报名: '报纸',
  报刊: '报纸',
  刊名: '报纸',
  媒体: '报纸',
  publication: 'paper',
  newspaper: 'paper',
  栏目: '版名',
  版块: '版名',
  主题词: '关键词',
  关键字: '关键词',
  keywords: 'keyword',
  时间: '日期',
  年: '日期',
  年份: '日期',
  year: 'date',
  题目: '标题',
  题名: '标题',
  主标题: '标题',
  headline: 'title',
  图片: '图说',
  图片说明: '图说',
}
