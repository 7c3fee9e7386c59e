export * from './activity';
export * from './operations';
export * from './papers';
export * from './people';
