export * from './activity';
export * from './feeds';
export * from './moderation';
export * from './operations';
export * from './papers';
export * from './people';
export * from './readers';
export * from './search';
