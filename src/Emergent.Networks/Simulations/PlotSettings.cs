using System.Globalization;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>How a plot shows a column of a log, unless its user says otherwise.</summary>
/// <remarks>
/// Kept in the table's <see cref="Table.MetaData"/> under emergent's keys, so that a plot of a saved log configures itself: <c>PctErr:On</c> is
/// <c>+</c> or <c>-</c>, <c>PctErr:FixMin</c> is <c>+</c> and <c>PctErr:Min</c> the number, and so on. Source: emergent eplot, ColParams, and elog, Item.
/// </remarks>
public sealed record PlotSettings
{
    /// <summary>Whether it is drawn at once; false: when its user ticks it. A column of text that is on names the points.</summary>
    public bool IsOn { get; init; }

    /// <summary>Whether a line joins its values; null as the plot says.</summary>
    public bool? Lines { get; init; }

    /// <summary>Whether its values are points; null as the plot says.</summary>
    public bool? Points { get; init; }

    /// <summary>Where the axis begins; null to fit the values.</summary>
    public double? Min { get; init; }

    /// <summary>Where the axis ends; null to fit the values.</summary>
    public double? Max { get; init; }

    /// <summary>About how many ticks the axis has, at least 2; null as many as there is room for.</summary>
    public int? Ticks { get; init; }

    /// <summary>The colour, by name (<c>red</c>) or as <c>#rrggbb</c>; empty for the next of the palette.</summary>
    public string Color { get; init; } = "";

    /// <summary>Which element of a tensor is drawn; −1 for each as a line of its own.</summary>
    public int? TensorIndex { get; init; }

    /// <summary>The column that has the half lengths of error bars; empty for none.</summary>
    public string ErrorColumn { get; init; } = "";

    /// <summary>What the legend says; empty for the name of the column.</summary>
    public string Label { get; init; } = "";

    /// <summary>What a table says of one of its columns; what it does not say, or says in words that are no number, is as by default.</summary>
    /// <param name="table">The table: a log, or a saved one.</param>
    /// <param name="column">The column; of one that there is not, nothing is said.</param>
    public static PlotSettings Of(Table table, string column)
    {
        return new()
        {
            IsOn = Switch("On") ?? false, Lines = Switch("Lines"), Points = Switch("Points"), Min = Bound("Min"), Max = Bound("Max"), Color = Said("Color"),
            Ticks = Whole("NTicks") is >= 2 and var ticks ? ticks : null, TensorIndex = Whole("TensorIdx"), ErrorColumn = Said("ErrCol"), Label = Said("Label"),
        };

        string Said(string key) => table.MetaData.TryGetValue($"{column}:{key}", out var said) ? said : "";
        bool? Switch(string key) => Said(key) switch { "+" => true, "-" => false, _ => null };
        int? Whole(string key) => int.TryParse(Said(key), CultureInfo.InvariantCulture, out var number) ? number : null;
        double? Bound(string key) => (Switch($"Fix{key}") ?? !Switch($"Float{key}")) == true && double.TryParse(Said(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) ? bound : null;
    }

    internal void WriteTo(IDictionary<string, string> metaData, string column)
    {
        metaData[$"{column}:On"] = IsOn ? "+" : "-";
        if (Lines is { } lines) { metaData[$"{column}:Lines"] = lines ? "+" : "-"; }
        if (Points is { } points) { metaData[$"{column}:Points"] = points ? "+" : "-"; }
        if (Min is { } min) { (metaData[$"{column}:FixMin"], metaData[$"{column}:Min"]) = ("+", GoFormat.Shortest(min)); }
        if (Max is { } max) { (metaData[$"{column}:FixMax"], metaData[$"{column}:Max"]) = ("+", GoFormat.Shortest(max)); }
        if (Ticks is { } ticks) { metaData[$"{column}:NTicks"] = GoFormat.Shortest(ticks); }
        if (Color.Length > 0) { metaData[$"{column}:Color"] = Color; }
        if (TensorIndex is { } index) { metaData[$"{column}:TensorIdx"] = GoFormat.Shortest(index); }
        if (ErrorColumn.Length > 0) { metaData[$"{column}:ErrCol"] = ErrorColumn; }
        if (Label.Length > 0) { metaData[$"{column}:Label"] = Label; }
    }

    /// <summary>Says what cannot be drawn.</summary>
    internal void Check(string item)
    {
        if (Min is { } min && Max is { } max && !(min < max)) { throw new EmergentException($"Log item '{item}' is to be plotted from {min} to {max}; an axis ends above where it begins."); }
        if (Lines == false && Points == false) { throw new EmergentException($"Log item '{item}' is to be plotted without lines and without points, and so not at all. Leave IsOn false, or let it have one of both."); }
        if (Ticks < 2) { throw new EmergentException($"Log item '{item}' is to be plotted with {Ticks} ticks; an axis has 2 or more. Leave Ticks null for as many as there is room for."); }
        if (TensorIndex < -1) { throw new EmergentException($"Log item '{item}' is to be plotted with its element {TensorIndex}; give the index of one, or −1 for all."); }
    }
}
