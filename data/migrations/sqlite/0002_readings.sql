-- The reading of a town's name without its 丁目, in hiragana; NULL where the source does not say.
ALTER TABLE town ADD COLUMN kana TEXT;
