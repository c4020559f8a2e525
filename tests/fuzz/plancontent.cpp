// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0

// Sound HDF5 files with any content: the bytes are a recipe for the data set "execution_plan" and the attributes of a
// plan, which is then read in this process. Damage to the file format itself is the target `planfile`'s.
#include "fuzz/target.h"
#include "plan/planreader.h"

#include <fmt/format.h>
#include <fuzzer/FuzzedDataProvider.h>
#include <hdf5.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

using namespace mimesys;

namespace {

// Closed in turn, like the objects of the file it stands for.
using Ids = std::vector<std::pair<hid_t, herr_t (*)(hid_t)>>;

hid_t keep(Ids& ids, hid_t id, herr_t (*closer)(hid_t)) {
    ids.emplace_back(id, closer);
    return id;
}

hid_t anySpace(FuzzedDataProvider& recipe, Ids& ids) {
    std::array<hsize_t, 5> extent{};
    const int rank = recipe.ConsumeIntegralInRange(0, 4);
    for (int i = 0; i < rank; ++i) {
        // Mostly small, sometimes absurd: nothing is stored for it.
        extent.at(static_cast<std::size_t>(i)) = recipe.ConsumeIntegralInRange(0, 15) == 0
                                                     ? recipe.ConsumeIntegral<std::uint64_t>() >> 1
                                                     : recipe.ConsumeIntegralInRange<hsize_t>(0, 4);
    }
    return keep(ids, rank == 0 ? H5Screate(H5S_SCALAR) : H5Screate_simple(rank, extent.data(), nullptr), H5Sclose);
}

void addAttribute(FuzzedDataProvider& recipe, hid_t file, const char* name) {
    Ids ids;
    const int kind = recipe.ConsumeIntegralInRange(0, 5);
    if (kind == 0) {
        return;
    }
    const hid_t text = keep(ids, H5Tcopy(H5T_C_S1), H5Tclose);
    const std::string value = recipe.ConsumeRandomLengthString(40);
    const hsize_t two = 2;
    const hid_t space =
        keep(ids, recipe.ConsumeBool() ? H5Screate(H5S_SCALAR) : H5Screate_simple(1, &two, nullptr), H5Sclose);
    std::array<double, 2> numbers{recipe.ConsumeFloatingPoint<double>(), 1.0};
    std::array<std::uint64_t, 2> integers{recipe.ConsumeIntegral<std::uint64_t>(), 1};
    std::array<const char*, 2> pointers{value.c_str(), "b"};
    const std::string block = value + std::string(value.size() + 2, 'x');
    const void* data = block.c_str();
    hid_t type = text;
    if (kind == 1) {
        H5Tset_size(text, H5T_VARIABLE);
        data = pointers.data();
    } else if (kind == 2) {
        H5Tset_size(text, value.size() + 1);
    } else if (kind == 3) {
        type = H5T_NATIVE_DOUBLE;
        data = numbers.data();
    } else {
        type = H5T_NATIVE_UINT64;
        data = integers.data();
    }
    const hid_t attribute = keep(ids, H5Acreate2(file, name, type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
    if (attribute >= 0) {
        H5Awrite(attribute, type, data);
    }
    for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
        id->second(id->first);
    }
}

void addFractions(FuzzedDataProvider& recipe, hid_t file) {
    Ids ids;
    const std::array types{H5T_IEEE_F32LE, H5T_IEEE_F64BE, H5T_STD_I32LE, H5T_IEEE_F64LE, H5T_C_S1};
    const hid_t type = types.at(recipe.ConsumeIntegralInRange<std::size_t>(0, types.size() - 1));
    const hid_t space = anySpace(recipe, ids);
    const hid_t properties = keep(ids, H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
    const int rank = H5Sget_simple_extent_ndims(space);
    if (rank > 0) {
        std::array<hsize_t, 5> chunk{};
        chunk.fill(1);
        H5Pset_chunk(properties, rank, chunk.data());
    }
    const hid_t dataset =
        keep(ids, H5Dcreate2(file, "execution_plan", type, space, H5P_DEFAULT, properties, H5P_DEFAULT), H5Dclose);
    const hssize_t count = H5Sget_simple_extent_npoints(space);
    if (dataset >= 0 && count > 0 && count <= 625 && type != H5T_C_S1) {
        std::vector<double> values(static_cast<std::size_t>(count));
        for (double& value : values) {
            value = recipe.ConsumeBool() ? 0.125 : recipe.ConsumeFloatingPointInRange<double>(-1.0, 1.5);
        }
        H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
    }
    for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
        if (id->first >= 0) {
            id->second(id->first);
        }
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::string path =
        fmt::format("{}/mimesys-fuzz-content-{}.h5", ::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp", ::getpid());
    FuzzedDataProvider recipe(data, size);
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    const hid_t file = H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
    if (file < 0) {
        std::abort();
    }
    addFractions(recipe, file);
    for (const char* name :
         {"format", "version", "window_seconds", "stressors", "seed", "generator", "machine", "source"}) {
        addAttribute(recipe, file, name);
    }
    H5Fclose(file);
    const std::vector<std::string> actionList{"memcpy-l1", "a name: with, marks", "sleep"};
    const auto plan = plan::readPlanHere(path, actionList);
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    if (plan ? !plan::validate(*plan).has_value() : plan.error().message.empty()) {
        std::abort();
    }
    return 0;
}
