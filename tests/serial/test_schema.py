"""What the schema says of fields, and how it is printed."""

import json

import pytest

from evinvest.cli import main
from evinvest.errors import SerialError
from evinvest.models import Money, Plant
from evinvest.serial import schema


def test_what_a_field_is():
    found = schema.schema(Plant)
    assert found["$id"] == "urn:evinvest:plant:1"
    assert found["$ref"] == "#/$defs/Plant"
    plant = found["$defs"]["Plant"]
    assert plant["description"] == "A factory: existing, being built, planned or given up."
    assert plant["required"] == ["kind", "status", "evidence"]
    assert plant["properties"]["kind"]["const"] == "plant"
    assert plant["properties"]["opened"]["description"] == "When production starts or started, as stated."
    assert found["$defs"]["Status"]["enum"][0] == "announced"


def test_units_and_currencies_are_listed():
    defined = schema.schema()["$defs"]
    assert "THB" in defined["Money"]["properties"]["currency"]["enum"]
    assert "GWh" in defined["Quantity"]["properties"]["unit"]["enum"]
    assert defined["Money"]["properties"]["bound"]["default"] == "exact"


@pytest.mark.parametrize("kind", [int, Plant | int, object, "Plant"])
def test_what_is_no_record(kind):
    with pytest.raises(SerialError, match="no record that documents hold"):
        schema.schema(kind)


def test_the_command(capsys, tmp_path):
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == schema.schema()
    assert main(["schema", "money", "-o", str(tmp_path / "money.json")]) == 0
    assert json.loads((tmp_path / "money.json").read_text(encoding="utf-8")) == schema.schema(Money)
    with pytest.raises(SystemExit):
        main(["schema", "wine"])
