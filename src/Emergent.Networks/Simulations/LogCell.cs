using Emergent.Data;

namespace Emergent.Networks;

/// <summary>What fills a column of a log, once for each row.</summary>
internal abstract class LogCell
{
    public abstract void Write(int row);
}

/// <summary>A count, such as that of a loop.</summary>
internal sealed class CountCell(Column<int> column, Func<int> value) : LogCell
{
    public override void Write(int row) => column[row] = value();
}

/// <summary>A number that is asked for.</summary>
internal sealed class NumberCell(Column<double> column, Func<double> value) : LogCell
{
    public override void Write(int row) => column[row] = value();
}

/// <summary>A text that is asked for.</summary>
internal sealed class TextCell(Column<string> column, Func<string> value) : LogCell
{
    public override void Write(int row) => column[row] = value() ?? "";
}

/// <summary>A tensor that is filled in.</summary>
internal sealed class TensorCell(Column<float> column, Action<Span<float>> fill) : LogCell
{
    public override void Write(int row) => fill(column.Cell(row));
}

/// <summary>A statistic of the rows of a shorter time scale.</summary>
internal sealed class StatisticCell(Column<double> column, LogRows source, Column<double> values, Statistic statistic, int lastRows) : LogCell
{
    public override void Write(int row) => column[row] = Statistics.Of(values.Values[source.Last(lastRows)], statistic);
}

/// <summary>A statistic of each element of the tensors of a shorter time scale.</summary>
internal sealed class TensorStatisticCell(Column<float> column, LogRows source, Column<float> tensors, Statistic statistic, int lastRows) : LogCell
{
    private double[] _values = [];   // of one element, kept from row to row

    public override void Write(int row)
    {
        var range = source.Last(lastRows);
        var (start, count) = range.GetOffsetAndLength(tensors.RowCount);
        if (_values.Length < count) { _values = new double[2 * count]; }
        Span<float> all = tensors.Values, target = column.Cell(row);
        var size = column.CellShape.Length;
        for (var i = 0; i < size; i++)
        {
            for (var r = 0; r < count; r++) { _values[r] = all[(start + r) * size + i]; }
            target[i] = (float)Statistics.Of(_values.AsSpan(0, count), statistic);
        }
    }
}

/// <summary>The first or last text of a shorter time scale.</summary>
internal sealed class TextStatisticCell(Column<string> column, LogRows source, Column<string> texts, bool isFirst, int lastRows) : LogCell
{
    public override void Write(int row)
    {
        var values = texts.Values[source.Last(lastRows)];
        column[row] = values.IsEmpty ? "" : isFirst ? values[0] : values[^1];
    }
}
