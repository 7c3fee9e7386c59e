import { expect, it } from 'vitest';
import { hostUrls } from './database-url';

it.each([
  ['postgres://u:p@a:5432/n', ['postgres://u:p@a:5432/n']],
  ['postgresql://a/n?sslmode=require', ['postgresql://a/n?sslmode=require']],
  [
    'postgres://u:p%2C%40@a:5432,b:5433/n?target_session_attrs=read-write',
    ['postgres://u:p%2C%40@a:5432/n', 'postgres://u:p%2C%40@b:5433/n'],
  ],
  [
    'postgres://u@a,b/n?sslmode=require&target_session_attrs=read-write&x=1',
    ['postgres://u@a/n?sslmode=require&x=1', 'postgres://u@b/n?sslmode=require&x=1'],
  ],
  ['postgres://u@a,b:port/n', null],
  ['mysql://a/n', null],
  ['a', null],
])('%s', (url, urls) => expect(hostUrls(url)).toEqual(urls));
