"""A table of rows in one test loses nothing that a test for each row would tell."""

import pytest

from tables import every_row

READ = [("1", 1), ("2", 3), ("many", None), ("4", 4), ("2", 4)]


def test_every_row_that_fails_is_told_with_what_came_of_it():
    @every_row(("text", "value"), READ)
    def test(text, value):
        assert int(text) == value

    with pytest.raises(AssertionError) as told:
        test()
    assert str(told.value).splitlines() == [
        "3 of 5 rows fail",
        "text='2', value=3",
        "    assert 2 == 3",
        "     +  where 2 = int('2')",
        "text='many', value=None",
        "    ValueError: invalid literal for int() with base 10: 'many'",
        "text='2', value=4",
        "    assert 2 == 4",
        "     +  where 2 = int('2')",
    ]


def test_what_was_expected_to_be_refused_and_was_not_is_told_too():
    @every_row("text", ["1", "one"])
    def test(text):
        with pytest.raises(ValueError, match="invalid"):
            int(text)

    with pytest.raises(AssertionError, match="1 of 2 rows fail\ntext='1'\n    DID NOT RAISE"):
        test()


def test_two_tables_give_every_pair():
    @every_row("one", [1, 2])
    @every_row("other", [3, 4])
    def test(one, other):
        assert one * other == 6

    with pytest.raises(AssertionError, match="3 of 4 rows fail") as told:
        test()
    assert ["one=1, other=3", "one=1, other=4", "one=2, other=4"] == [
        line for line in str(told.value).splitlines() if "one=" in line
    ]


@every_row("number", [1, 2])
def test_the_rows_share_the_fixtures_of_the_test(tmp_path, number):
    (tmp_path / str(number)).touch()
    assert number == len(list(tmp_path.iterdir()))


def test_a_table_that_holds_nothing_is_refused():
    with pytest.raises(AssertionError, match="without rows"):
        every_row("text", [])
    with pytest.raises(ValueError, match="shorter"):
        every_row(("text", "value"), [("1",)])
